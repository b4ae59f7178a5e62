import { setTimeout } from 'node:timers/promises';
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
  /** Milliseconds before each further round, in which what did not answer or had a fault of its own is asked again. */
  readonly pauses?: readonly number[];
  /** Waits that long. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** An answer for one address. `isPassing`: it may be another one in a minute. */
type Answer = Omit<SourceCheck, 'id'> & { readonly isPassing: boolean };

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
 * Asks for every cited address, each once, a few at a time: HEAD first, GET where a server does not take HEAD. What gives no
 * answer or one of the 500s is asked again, all of it together after a pause, before it is called dead. The result has the
 * order of the sources. Never throws for an address.
 */
export async function checkSources(
  sources: Iterable<readonly [id: string, source: Pick<Source, 'url'>]>,
  { atOnce = 4, timeout = 20_000, pauses = [15_000, 60_000], pause = setTimeout }: Options = {},
): Promise<SourceCheck[]> {
  const cited = [...sources].flatMap(([id, { url }]) => (url === undefined ? [] : [{ id, url }]));
  const answers = new Map<string, Answer>();
  const askAll = async (urls: Iterable<string>) => {
    const queue = [...urls];
    const ask = async () => {
      for (let url = queue.shift(); url !== undefined; url = queue.shift())
        answers.set(url, await askFor(url, timeout));
    };
    await Promise.all(Array.from({ length: atOnce }, ask));
  };
  await askAll(new Set(cited.map(({ url }) => url)));
  for (const milliseconds of pauses) {
    const again = [...answers.values()].filter(({ isPassing }) => isPassing).map(({ url }) => url);
    if (again.length === 0) break;
    await pause(milliseconds);
    await askAll(again);
  }
  return cited.flatMap(({ id, url }) => {
    const answer = answers.get(url);
    if (answer === undefined) return [];
    const { isPassing, state, says } = answer;
    return { id, url, state, says: isPassing ? `${says}, asked ${pauses.length + 1} times` : says };
  });
}

async function askFor(url: string, timeout: number): Promise<Answer> {
  try {
    let response = await request(url, 'HEAD', timeout);
    if (!response.ok) response = await request(url, 'GET', timeout);
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) {
      const isMoved = response.redirected && plain(response.url) !== plain(url);
      const says = isMoved ? response.url : String(status);
      return { url, state: isMoved ? 'moved' : 'there', says, isPassing: false };
    }
    const state = [401, 403, 429].includes(status) ? 'refused' : 'dead';
    return { url, state, says: String(status), isPassing: status >= 500 };
  } catch (error) {
    return { url, state: 'dead', says: reasonOf(error), isPassing: true };
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
