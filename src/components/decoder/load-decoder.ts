import type { DecoderData } from '#catalog';
import type { Explanations } from '#site/decoder-page';

/** What the catalog says, for the decoder and for the page. Asked for once, before there is input. */
export async function loadCatalog(data: string, explanations: string): Promise<readonly [DecoderData, Explanations]> {
  return Promise.all([read<DecoderData>(data), read<Explanations>(explanations)]);
}

async function read<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Content;
}
