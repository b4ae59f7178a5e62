/** What the catalog says, for the decoder and for the page, as JSON. Asked for once, before there is input. */
export const loadCatalog = (data: string, explanations: string): Promise<readonly [string, string]> =>
  Promise.all([read(data), read(explanations)]);

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
