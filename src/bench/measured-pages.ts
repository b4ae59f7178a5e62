/** A page of ours that is measured. */
export interface MeasuredPage {
  readonly name: string;
  readonly path: string;
  /** What its title holds, here and with the peers that have it: the code, where it is about one. */
  readonly about: string;
}

export const measuredPages = {
  code: { name: 'Code page', path: '/bandwidth/4775/', about: '4775' },
  family: { name: 'Family page', path: '/bandwidth/47xx/', about: '47xx' },
  set: { name: 'Set page', path: '/bandwidth/', about: 'Bandwidth' },
  home: { name: 'Home page', path: '/', about: 'Undelivered' },
  decoder: { name: 'Decoder page', path: '/decode/', about: 'Decode' },
  /** Where a search for another code begins. */
  searchedFrom: { name: 'Code page', path: '/bandwidth/4720/', about: '4720' },
} as const satisfies Record<string, MeasuredPage>;

/** What came under an address. */
export interface Answer {
  readonly status: number | undefined;
  readonly title: string;
}

/**
 * Throws where an answer is not the page that is to be measured: its status is not 200, or its title does not hold what
 * the page is about. Without it, the page that says that nothing was found would be measured under a wrong address.
 */
export function expectPage(address: string, { status, title }: Answer, about: string): void {
  if (status !== 200) throw new Error(`${address} answers ${status ?? 'nothing'} instead of 200; it was not measured.`);
  if (!title.includes(about))
    throw new Error(`${address} is “${title}” and not the page of ${about}; it was not measured.`);
}

/** Asks for a page as a program does, without a browser. Throws as expectPage does. */
export async function expectPageAt(address: string, about: string): Promise<void> {
  const response = await fetch(address);
  const [, title = ''] = /<title\b[^>]*>([^<]*)<\/title>/.exec(await response.text()) ?? [];
  expectPage(address, { status: response.status, title }, about);
}
