import type { Code, CodeSet, Family } from '#catalog';
import type { HistoryEvent } from '#schema';
import { plainText } from './inline-text.ts';

/** `Bandwidth error 4775: Recipient opted out`, the title of a page. The site's name follows by itself. */
export const codeTitle = (code: Code): string => `${errorOf(code)}: ${code.heading}`;

/** Title of the page of a number without its set: the codes are those of every set that has it. */
export const bareTitle = (codes: readonly Code[]): string =>
  `Error ${codes[0]?.code ?? ''}: ${codes.map(({ set }) => set.file.name).join(', ')}`;

/** One sentence or two for search engines: what failed, where, with which number. */
export const codeDescription = (code: Code): string => `${errorOf(code)}: ${plainText(code.summary.value)}`;

/** `Bandwidth error 4775`, as people type it; a set that is called "… errors" says the word once. */
const errorOf = ({ set, code }: Code): string => `${set.file.name.replace(/ errors?$/i, '')} error ${code}`;

/** The band and its heading, or the heading alone where the id is a word. */
export const familyLabel = (family: Family): string =>
  isBand(family) ? `${family.id} ${family.file.heading}` : family.file.heading;

/** Whether digits make the family: `47xx`, and not `throttling`. */
export const isBand = (family: Family): boolean => /\d/.test(family.id);

/** Title of the page of a family. */
export const familyTitle = (family: Family): string => `${familyLabel(family)} · ${family.set.file.name}`;

/** Title of the page of a set. */
export const setTitle = (set: CodeSet): string => `${set.file.name} failure codes`;

/** What a status means for the reader; undefined for a code like any other. */
export function statusNote(code: Code): { readonly label: string; readonly text: string } | undefined {
  const provider = code.set.file.provider;
  if (code.entry.status === 'removed') {
    const removed = code.history.findLast((event) => event.change === 'removed');
    const when = removed === undefined ? '' : ` since ${spanOf(removed)}`;
    return { label: 'Removed', text: `${provider} does not list this code any more${when}. Old logs still hold it.` };
  }
  if (code.entry.status === 'undocumented') {
    return {
      label: 'Undocumented',
      text: `No list of ${provider} has this code. It was seen elsewhere; see the sources.`,
    };
  }
  if (code.entry.published === 'nothing') {
    return {
      label: 'Unexplained',
      text: `${provider} lists this code and says nothing about it. What follows is read from its digits, name and family.`,
    };
  }
  return undefined;
}

const spanOf = ({ date, until }: HistoryEvent): string => (until === undefined ? date : `between ${date} and ${until}`);

/** When something happened: a day, or the span it lies in. */
export const dateOf = ({ date, until }: HistoryEvent): string => (until === undefined ? date : `${date} to ${until}`);

const changes: Readonly<Record<HistoryEvent['change'], string>> = {
  listed: 'First listed',
  renamed: 'New name',
  retitled: 'New title',
  redefined: 'New meaning',
  moved: 'Moved',
  billing: 'Billing changed',
  removed: 'Taken out of the list',
  restored: 'Listed again',
  announced: 'Announced',
  corrected: 'Corrected',
};

/** An event in words: `New title. One word less.` What stood there before is shown apart from it. */
export const changeOf = (event: HistoryEvent): string => `${changes[event.change]}.${event.say ? ` ${event.say}` : ''}`;
