import type { WordMatch } from './match-words.ts';
import { isIdentifier, namesIn } from './names.ts';
import type { Query } from './query.ts';
import { codeResult, mostResults, type Result } from './result.ts';
import { labelKey, type SearchSet } from './search-data.ts';
import { squash } from './spelling.ts';
import type { WordReader } from './word-reader.ts';

/**
 * Pages of some sets whose name stands in the query, however it is spelled or misspelt: codes before the overview of
 * their set, which the words of its payloads lead to. The name that leaves out least of the query decides.
 */
export function byName(query: Query, sets: readonly SearchSet[], reader: WordReader): Result[] {
  const { whole, parts } = namesIn(query, sets);
  const place = ({ set, kind }: Result) => (set ? 2 * sets.indexOf(set) : 0) + (kind === 'code' ? 0 : 1);
  const resultsOf = (pages: readonly number[], name = '') =>
    pages
      .flatMap((page) => pageResult(page, 'name', reader) ?? [])
      .filter(({ set }) => set && (sets.includes(set) || holdsSet(name, query, reader)))
      .sort((a, b) => place(a) - place(b));
  const isName = isIdentifier(query.text);
  for (const name of whole) {
    const found = [reader.pagesNamed(name), reader.pagesNamed(labelKey(name))];
    const results = (isName ? found : found.reverse()).flatMap((pages) => resultsOf(pages, name));
    if (results.length > 0) return results;
  }
  const exact = parts.flatMap((name) => resultsOf(reader.pagesNamed(name), name));
  // `ErrorCode.InboxFull`: the field is a name, too.
  if (exact.length > 0) return exact.sort((a, b) => Number(a.kind === 'set') - Number(b.kind === 'set'));
  const meant = isName || isCutOff.test(query.text) ? [...whole, ...parts] : parts;
  const begun = meant.flatMap((name) => resultsOf(reader.pagesBeginning(name), name));
  if (begun.length > 0) return begun;
  const like = [...whole.flatMap((name) => [labelKey(name), name]), ...parts].flatMap((name) =>
    resultsOf(reader.pagesNamedLike(name), name),
  );
  // A code that is a word is one only where it is spelled as one: `insuficient balance` are two words like any.
  return isName ? like : like.filter(({ code }) => code === undefined || /^\d/.test(code.code));
}

/** A name that was cut off says so. */
const isCutOff = /(?:…|\.{3})["'\s]*$/;

/** A name that holds the word of a set does not say that only this set is meant: `DELETED_PHONE_NUMBER_WHATSAPP`. */
const holdsSet = (name: string, query: Query, reader: WordReader): boolean =>
  reader.sets.some(
    ({ id, aliases }) => query.sets.includes(id) && aliases.some((alias) => name.includes(squash(alias))),
  );

/** A page by its number; undefined while its card is not loaded. */
function pageResult(page: number, why: Result['why'], reader: WordReader): Result | undefined {
  const { others } = reader.words;
  const set = reader.setOf(page);
  const other = others[page];
  if (!other) {
    const card = reader.card(page - others.length);
    return card && codeResult(set, card, why);
  }
  const { kind, ref, heading, responsible, retry } = other;
  return { kind, ref, heading, set, verdict: responsible && retry && { responsible, retry }, why };
}

/** A platform's own code answers after the code its user sees. */
const carriedWeight = 0.8;

/** What scores less than this share of the best match is left out: it answers something else. */
const leastShare = 0.5;

/** Steps into which a score is rounded. */
const scoreSteps = 25;

/** Results come from few pieces of cards, so that an answer loads little; those that are left out score less. */
const mostCardPieces = 16;

/**
 * Pages that the words lead to. A set that the query names keeps the others out; a carried set (WhatsApp behind Bird)
 * lets the codes of the set around it through, since those are what its user sees.
 */
export function byWords(
  query: Query,
  matches: readonly WordMatch[],
  sets: readonly SearchSet[],
  reader: WordReader,
): Result[] {
  const { others, cardCauses } = reader.words;
  const named = new Set(query.sets);
  for (const set of sets) if (named.has(set.id) && set.carriedBy) named.add(set.carriedBy);
  const firstCard = others.length;
  const isInside = (set: SearchSet | undefined) =>
    set !== undefined && (named.has(set.id) || named.has(set.carriedBy ?? ''));
  /** A cause that no code of the named sets has answers for others. */
  const isElsewhere = (page: number) =>
    named.size > 0 &&
    others[page]?.kind === 'cause' &&
    !reader.membersOf(others[page].ref).some((card, at) => at % 2 === 0 && isInside(reader.setOf(firstCard + card)));
  const least = (matches[0]?.score ?? 0) * leastShare;
  const ranked = matches
    .filter(({ score }) => score >= least)
    .map(({ page, score }) => ({ page, score, set: reader.setOf(page) }))
    .filter(({ page, set }) => named.size === 0 || (set ? named.has(set.id) : others[page]?.kind === 'cause'))
    .map(({ page, score, set }) => {
      const weight = set?.carriedBy && !query.sets.includes(set.id) ? carriedWeight : 1;
      // Scores that hardly differ leave the order to the index: causes, then sets in their order. Causes have no order
      // among themselves.
      const place = page < firstCard ? -score : set ? sets.indexOf(set) : 0;
      return { page, place, score: Math.round(score * weight * scoreSteps), isLast: isElsewhere(page) };
    })
    .sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.score - a.score || a.place - b.place || a.page - b.page);

  const used = new Set<number>();
  const results: Result[] = [];
  for (const { page } of ranked) {
    if (results.length >= mostResults) break;
    if (page >= firstCard) {
      const piece = reader.pieceOf(page - firstCard);
      if (!used.has(piece) && used.size >= mostCardPieces) continue;
      used.add(piece);
    }
    const cause = page < firstCard ? page : (cardCauses[page - firstCard] ?? -1);
    const result = pageResult(page, 'words', reader);
    if (result) results.push({ ...result, cause: others[cause]?.kind === 'cause' ? others[cause].ref : undefined });
  }
  return results;
}
