/** Names of codes in free text: unknown subscriber, DESTINATION_OPT_OUT. */
import { codePattern } from './code-digits.ts';
import { squash } from './spelling.ts';
import { mention, placeOf, type Context } from './text-context.ts';
import { isStranger } from './text-providers.ts';

/** Reads the names of codes in a line, outside of what is taken already. */
export function readNames(context: Context, taken: [number, number][]): void {
  const { line, reading } = context;
  const pattern = reading.vocabulary.namePattern();
  if (!pattern) return;
  for (const match of line.matchAll(pattern)) {
    const names = reading.vocabulary.byName(match[0]);
    const first = names[0];
    if (!first) continue;
    const end = match.index + match[0].length;
    const isEveryday = reading.vocabulary.set(first.set)?.everyday.has(squash(match[0])) ?? false;
    // An everyday word counts only when nothing else is there.
    if (isEveryday && line.replace(/[^\p{L}]+/gu, '').length !== squash(match[0]).length) continue;
    if (isStranger(context, match.index, end)) continue;
    taken.push([match.index, end]);
    if (first.isHint) {
      // A number beside it says which code it is.
      if (!anyCode(reading.vocabulary.digits).test(around(line, match.index, end, 30))) {
        reading.ledger.suggest(
          first.set,
          first.name,
          names.filter((name) => name.set === first.set).map((name) => name.code),
          placeOf(context, match.index, end),
        );
      }
      continue;
    }
    mention(context, first.set, first.code, match.index, end, { kind: 'name', name: first.name });
  }
  suggestTitle(context);
}

const anyCode = codePattern(/\bCODE\b/);

/** A title alone on its line is a suggestion as a name is. */
function suggestTitle({ line, offset, reading, text }: Context): void {
  const plain = line.trim().replace(/[.!]$/, '');
  const hints = reading.vocabulary.byName(plain).filter((name) => name.isHint);
  const first = hints[0];
  if (!first || !/\s/.test(plain)) return;
  const at = offset + line.indexOf(plain);
  const { start, end } = text.bounds(at, at + plain.length);
  reading.ledger.suggest(
    first.set,
    first.name,
    hints.map((hint) => hint.code),
    reading.placeAt(start, end, text.layers),
  );
}

function around(line: string, start: number, end: number, distance: number): string {
  return line.slice(Math.max(0, start - distance), start) + ' ' + line.slice(end, end + distance);
}
