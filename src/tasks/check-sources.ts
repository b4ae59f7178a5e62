import type { Source } from '#schema';
import { linksOf } from '../testing/guides/guides.ts';

/** What became of a cited address. */
export interface SourceCheck {
  readonly id: string;
  readonly url: string;
  /** `moved`: it answers at another address. `refused`: somebody answers, but not to programs. `dead`: gone, or no answer. */
  readonly state: 'there' | 'moved' | 'refused' | 'dead';
  /** The new address, the status or the error. */
  readonly says: string;
}

interface Options {
  /** How many addresses are asked at the same time. */
  readonly atOnce?: number;
  /** Milliseconds until an address counts as not answering. */
  readonly timeout?: number;
}

/** What guides link to outside of the site, each address once a guide, under the name of the guide: `guides/open-data`. */
export const citedByGuides = (
  guides: ReadonlyMap<string, string>,
): (readonly [id: string, source: Pick<Source, 'url'>])[] =>
  [...guides].flatMap(([name, text]) =>
    [...new Set(linksOf(text))]
      .filter((link) => /^https?:/i.test(link))
      .map((url) => [`guides/${name}`, { url }] as const),
  );

/**
 * Asks for every cited address, each once, a few at a time: HEAD first, GET where a server does not take HEAD. The result
 * has the order of the sources. Never throws for an address.
 */
export async function checkSources(
  sources: Iterable<readonly [id: string, source: Pick<Source, 'url'>]>,
  { atOnce = 4, timeout = 20_000 }: Options = {},
): Promise<SourceCheck[]> {
  const cited = [...sources].flatMap(([id, { url }]) => (url === undefined ? [] : [{ id, url }]));
  const queue = [...new Set(cited.map(({ url }) => url))];
  const answers = new Map<string, Omit<SourceCheck, 'id'>>();
  const ask = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) answers.set(url, await askFor(url, timeout));
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return cited.flatMap(({ id, url }) => {
    const answer = answers.get(url);
    return answer === undefined ? [] : [{ id, ...answer }];
  });
}

async function askFor(url: string, timeout: number): Promise<Omit<SourceCheck, 'id'>> {
  try {
    let response = await request(url, 'HEAD', timeout);
    if (!response.ok) response = await request(url, 'GET', timeout);
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) {
      const isMoved = response.redirected && plain(response.url) !== plain(url);
      return { url, state: isMoved ? 'moved' : 'there', says: isMoved ? response.url : String(status) };
    }
    return { url, state: [401, 403, 429].includes(status) ? 'refused' : 'dead', says: String(status) };
  } catch (error) {
    return { url, state: 'dead', says: reasonOf(error) };
  }
}

const request = (url: string, method: 'HEAD' | 'GET', timeout: number): Promise<Response> =>
  fetch(url, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(timeout),
    headers: { 'User-Agent': 'undelivered-source-check (checks cited links once a week)' },
  });

const plain = (url: string): string => url.replace(/#.*$/, '').replace(/\/$/, '');

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

const headings = {
  dead: 'Dead: nothing answers, or the page is gone',
  moved: 'Moved: it answers at another address',
  refused: 'Not for programs: look with a browser',
} as const;

/** The result in Markdown: what needs a look, by what is wrong with it. */
export function describeChecks(checks: readonly SourceCheck[]): string {
  const there = checks.filter(({ state }) => state === 'there').length;
  const parts = (Object.keys(headings) as (keyof typeof headings)[]).flatMap((state) => {
    const found = checks.filter((check) => check.state === state);
    if (found.length === 0) return [];
    return ['', `## ${headings[state]}`, '', ...found.map(({ id, url, says }) => `- \`${id}\` <${url}>: ${says}`)];
  });
  return ['# Cited addresses', '', `${there} of ${checks.length} answer at their address.`, ...parts, ''].join('\n');
}
