import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Code } from '#catalog';
import { readCatalog } from '#catalog/node';
import { answerQuery, type PieceName, type Result } from '#search';
import { buildIndex } from '#search/build';
import { wordSearch } from '#search/words';
import { searchContent } from '../site/indexes/search-index.ts';

/*
 * Every code, name and label of the catalogue, typed as people type them, leads to its page first. Each way of typing is
 * tried on every code or name in turn, not on all of them at once: that would take minutes and find little more.
 */

const catalog = readCatalog(resolve(import.meta.dirname, '../../data'));
const codes = catalog.sets.flatMap((set) => set.codes);
const pieces = new Map<PieceName, unknown>([
  ...buildIndex(searchContent(catalog), ''),
  ['word-search', wordSearch] as const,
]);

const first = (query: string): Result | undefined => answerQuery(query, pieces).groups[0]?.results[0];

/** Whether a result is the page of one of these codes. */
const isPageOf = (result: Result | undefined, refs: ReadonlySet<string> | undefined): boolean =>
  result !== undefined && refs?.has(result.ref) === true;

/** Every so many-th of the subjects, another one for each way. */
const some = <Subject>(subjects: readonly Subject[], way: number, each: number): Subject[] =>
  subjects.filter((_, place) => (place + way) % each === 0);

const lines = (text: string): string[] => text.trim().split('\n');

describe('every code', () => {
  const numbers = codes.filter(({ code }) => /^\d{4,}$/.test(code));
  const shift = (code: string, start: number) =>
    code.replace(/\d/g, (digit) => String.fromCodePoint(start + Number(digit)));
  const parted = (code: string, sign: string) => `${code.slice(0, -3)}${sign}${code.slice(-3)}`;

  /** `@` stands for the code. */
  const written = lines(`
#@
(@)
[@]
{@}
<@>
"@"
'@'
“@”
«@»
\`@\`
@\`
@´
@.
@,
@:
@;
@!
@??
@?!
@...
@…
@*
*@*
**@**
_@_
~@
@\\
/@/
@-
- @
@)
(@
=@
>@
|@|
•@
@™
№@
§@
err @
err@
ERR-@
err_@
err:@
err=@
error @
error@
Error: @
error #@
error.@
error code @
errorcode@
error_code=@
"errorCode":@
{"code":"@"}
:errorCode=>@
<code>@</code>
?code=@
code@
code @
code #@
code no. @
code nr @
code nº @
no. @
status @
statuscode@
status code: @
reason @
failure code @
failure.code=@
failed with @
we are getting @
@ error
@error
@errors
@s
@'s
@ err
@code
@ what is it
@ what
what is @??
whats @
what does error code @ mean?
meaning of @
@ meaning
why @
why am I getting @
how to fix @
help with @
@ please
@please
code@please
@pls
explain error @
@ explained
tell me about @
sms error @
@ sms
message failed with @
error @ when sending
@ docs
can I retry @
is @ permanent
Fehler @
was bedeutet @
erreur @
code d’erreur @
que signifie @
código de error @
qué significa @
erro @
o que é @
codice errore @
foutcode @
wat betekent @
E@
EC_@
ec@
@.0
@.00
0@
#00@
`);

  const ways: readonly (readonly [string, (code: string) => string])[] = [
    ...written.map((way): [string, (code: string) => string] => [way, (code) => way.replaceAll('@', code)]),
    ['with blanks around', (code) => `\u00a0 ${code}\u200b\t`],
    ['in full-width digits', (code) => shift(code, 0xff10)],
    ['in subscript digits', (code) => shift(code, 0x2080)],
    ['in Arabic digits', (code) => shift(code, 0x660)],
    ['in bold digits', (code) => shift(code, 0x1d7ce)],
    ...[',', '.', "'", '’', ' ', '-', '_', '\u00a0', '\u2009', '\u202f', '\u200b', '\u00ad'].map(
      (sign): [string, (code: string) => string] => [
        `thousands parted by ${JSON.stringify(sign)}`,
        (code) => parted(code, sign),
      ],
    ),
    ['digit by digit', (code) => [...code].join(' ')],
    ['twice', (code) => `${code} ${code}`],
    ['beside a code that does not exist', (code) => `${code}/4799`],
  ];

  test.each(ways)('leads to its page when it is typed like this: %s', (_, way) => {
    const place = ways.findIndex(([, other]) => other === way);
    const lost = some(numbers, place, 16).filter(({ code }) => first(way(code))?.code?.code !== code);
    expect(lost.map(({ code }) => way(code))).toEqual([]);
  });

  /** `N` stands for the name of the set. */
  const named = lines(`
N @
N@
N-@
N_@
N:@
N/@
N#@
N (@)
N=@
N error @
N error code @
N err@
N sms error @
N api @
N.com @
N's @
what is N error @?
@ N
@N
@-N
@ (N)
@ N what is it
@ from N
error @ in N
`);
  const namesOf = (code: Code): string[] => [
    code.set.file.name,
    ...code.set.file.aliases.filter((alias) => alias.length < 12),
  ];

  test.each(named)('leads to its page when it is typed with its set like this: %s', (way) => {
    const place = named.indexOf(way);
    const queries = some(numbers, place, 12).flatMap((code) =>
      namesOf(code).map((name) => ({ code, query: way.replace('N', name).replace('@', code.code) })),
    );
    expect(queries.filter(({ code, query }) => first(query)?.ref !== code.ref).map(({ query }) => query)).toEqual([]);
  });
});

/** The codes that go by a name or a label, however it is spelled. */
function carriers(namesOf: (code: Code) => readonly (string | undefined)[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const code of codes)
    for (const name of namesOf(code))
      if (name !== undefined) found.set(squash(name), (found.get(squash(name)) ?? new Set<string>()).add(code.ref));
  return found;
}

const squash = (name: string): string => wordsOf(name).join('').toLowerCase();

const wordsOf = (name: string): string[] =>
  name
    .replace(/['’]/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const hasLetter = (name: string): boolean => /\p{L}/u.test(name);

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

describe('every name', () => {
  /** What a code is called; a code that is a word is its own name. */
  const namesOf = ({ code, entry, aliases }: Code): string[] =>
    [code, entry.name ?? code, ...aliases.map(({ value }) => value)].filter(hasLetter);
  const called = carriers((code) => [...namesOf(code), code.entry.title]);
  const names = [...new Set(codes.flatMap(namesOf))].filter((name) => wordsOf(name).length > 1);

  const spellings: readonly (readonly [string, (words: readonly string[]) => string])[] = [
    ['in kebab case', (words) => words.join('-')],
    ['in snake case', (words) => words.join('_')],
    ['in snake case of capitals', (words) => words.join('_').toUpperCase()],
    ['in camel case', (words) => words.map((word, place) => (place > 0 ? capital(word) : word)).join('')],
    ['in pascal case', (words) => words.map(capital).join('')],
    ['as words', (words) => words.join(' ')],
    ['in capitals', (words) => words.join(' ').toUpperCase()],
    ['with dots', (words) => words.join('.')],
    ['with slashes', (words) => words.join('/')],
    ['in one word', (words) => words.join('')],
    ['with hyphens that do not break', (words) => words.join('\u2011')],
    ['with blanks that do not break', (words) => words.join('\u00a0')],
    ['quoted', (words) => `"${words.join('-')}"`],
    ['asked for', (words) => `what does ${words.join('_')} mean?`],
    ['asked for in words', (words) => `what is ${words.join(' ')}`],
    ['with error', (words) => `error: ${words.join('-')}`],
    ['with error behind it', (words) => `${words.join(' ')} error`],
    ['with a prefix', (words) => `ERR_${words.join('_').toUpperCase()}`],
    ['as a member', (words) => `ErrorCode.${words.map(capital).join('')}`],
    ['with a field', (words) => `description: ${words.join('-')}`],
    ['with a reason', (words) => `reason ${words.join(' ')}`],
    ['asked for in German', (words) => `was bedeutet ${words.join('_')}`],
    ['behind the words how to fix', (words) => `how to fix ${words.join('-')}`],
    ['behind the words sms message', (words) => `sms message ${words.join('-')}`],
    ['in the plural', (words) => `${words.join('-')}s`],
  ];

  test.each(spellings)('leads to a page of its codes when it is typed like this: %s', (_, spell) => {
    const place = spellings.findIndex(([, other]) => other === spell);
    const lost = some(names, place, 6)
      .map((name) => ({ name, query: spell(wordsOf(name).map((word) => word.toLowerCase())) }))
      .filter(({ name, query }) => !isPageOf(first(query), called.get(squash(name))));
    expect(lost.map(({ query }) => query)).toEqual([]);
  });
});

describe('every label', () => {
  const labelled = carriers(({ entry }) => [entry.title]);
  const labels = codes.map(({ entry }) => entry.title).filter((title) => title !== undefined);

  const spellings: readonly (readonly [string, (label: string) => string])[] = [
    ['as it is', (label) => label],
    ['in small letters', (label) => label.toLowerCase()],
    ['in capitals', (label) => label.toUpperCase()],
    ['with a full stop', (label) => `${label}.`],
    ['quoted', (label) => `“${label}”`],
    ['without its signs', (label) => wordsOf(label).join(' ')],
    ['with error', (label) => `error: ${label}`],
    ['asked for', (label) => `what does "${label}" mean`],
    ['behind the word why', (label) => `why ${label}`],
  ];

  test.each(spellings)('leads to a page of its codes when it is typed like this: %s', (_, spell) => {
    const place = spellings.findIndex(([, other]) => other === spell);
    const lost = some(labels, place, 4).filter((label) => !isPageOf(first(spell(label)), labelled.get(squash(label))));
    expect(lost).toEqual([]);
  });
});
