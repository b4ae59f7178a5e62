import { expect, test } from 'vitest';
import { answerQuery } from './answer.ts';
import { buildIndex } from './build-index.ts';
import { exampleSets } from './example-index.ts';
import type { SearchCode, SearchPage } from './search-data.ts';
import { wordSearch } from './word-search.ts';

const cause = (ref: string, ...phrases: string[]): SearchPage => ({
  kind: 'cause',
  ref,
  heading: ref,
  texts: phrases.map((text) => ({ role: 'phrase', text })),
});

const code = (
  number: string,
  of: string,
  match: 'same' | 'near',
  ...phrases: string[]
): { card: SearchCode; page: SearchPage } => ({
  card: {
    set: 'acme',
    code: number,
    heading: number,
    responsible: 'sender',
    retry: 'never',
    stopped: 'carrier',
    cause: of,
  },
  page: {
    kind: 'code',
    ref: `acme/${number}`,
    heading: number,
    causes: [{ cause: of, match }],
    texts: phrases.map((text) => ({ role: 'phrase', text })),
  },
});

const refs = (query: string, causes: SearchPage[], codes: ReturnType<typeof code>[] = []) => {
  const pages = [...causes, ...codes.map(({ page }) => page)];
  const index = buildIndex(
    { sets: exampleSets, families: [], namesakes: [], codes: codes.map(({ card }) => card), pages },
    'test',
  );
  index.set('word-search', wordSearch);
  return answerQuery(query, index).groups.flatMap(({ results }) => results.map(({ ref }) => ref));
};

const others = ['picture did not load', 'login refused', 'template not found', 'no route', 'card declined', 'too long'];

test('what many wordings of a cause say outranks one wording that holds the words by chance', () => {
  const spam = cause('spam', 'marked as spam', 'spam filter', 'looks like spam', 'blocked by a filter', 'junk');
  const handset = cause('handset', 'spam blocking app on it', 'handset said no', 'device turned it away');
  expect(refs('blocked as spam', [handset, spam, cause('other', ...others)])[0]).toBe('spam');
});

test('what the codes of a cause say counts for the cause', () => {
  const codes = ['4701', '4702', '4703'].map((number) => code(number, 'tower', 'same', `broken mast at ${number}`));
  const causes = [
    cause('chance', 'broken mast today'),
    cause('tower', 'broken mast nearby'),
    cause('other', ...others),
  ];
  expect(refs('mast is broken', causes)[0]).toBe('chance');
  expect(refs('mast is broken', causes, codes)[0]).toBe('tower');
});

test('a code whose own words answer comes before codes tied closer to the cause', () => {
  const codes = [
    code('4701', 'full', 'same', 'inbox exhausted'),
    code('4702', 'full', 'near', 'inbox of the reader has no space left for another mail today'),
  ];
  const causes = [cause('full', 'inbox without any space'), cause('other', ...others)];
  const [best, ...found] = refs('inbox has no space left', causes, codes);
  expect([best, found[0]].toSorted()).toEqual(['acme/4702', 'full']);
});

test('a title typed word for word leads to its page', () => {
  const section: SearchPage = {
    kind: 'family',
    ref: 'acme/47xx',
    heading: 'Carrier refused',
    texts: [{ role: 'title', text: 'Carrier reported client trouble' }],
  };
  const talkative = cause(
    'report',
    'client trouble on the line',
    'carrier has trouble',
    'trouble reported late by the carrier',
    'client of a carrier in trouble',
    'carrier reported trouble of a client today',
  );
  const found = (query: string) => refs(query, [talkative, section, cause('other', ...others)])[0];
  expect(found('Carrier reported client trouble')).toBe('acme/47xx');
  expect(found('trouble of a client')).toBe('report');
});

test('a page that holds three words or more in different texts answers', () => {
  const causes = [
    cause('unclear', 'ideas nobody has', 'what happened there', 'mystery inside'),
    cause('other', ...others),
  ];
  expect(refs('idea happened mystery', causes)).toEqual(['unclear']);
  expect(refs('idea mystery', causes)).toEqual([]);
});

test('an identifier with a word too few or too many is rather that name than what its words say', () => {
  const { card, page } = code('4701', 'report', 'near', 'something else');
  const named = { card, page: { ...page, texts: [{ role: 'name' as const, text: 'rejected-client-route-trouble' }] } };
  const causes = [
    cause('report', 'client in trouble', 'client trouble', 'trouble of a client'),
    cause('other', ...others),
  ];
  for (const text of ['client-route-trouble', 'rejected_client_trouble', 'message-rejected-client-route-trouble'])
    expect(refs(text, causes, [named])[0], text).toBe('acme/4701');
  expect(refs('client trouble', causes, [named])[0]).toBe('report');
});
