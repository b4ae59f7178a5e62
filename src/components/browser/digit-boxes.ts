import { element } from './element.ts';

/**
 * One box per digit, in the groups in which the digits are read; `open` groups are dashed. The text stays the code when
 * it is copied or read aloud. A code that is a word gets no boxes, only places where its line may break.
 */
export function digitBoxes(
  code: string,
  groups: readonly number[] | undefined,
  open: readonly boolean[] = [],
): HTMLElement {
  if (!/^[\dx]{1,6}$/.test(code)) return element('span', { class: 'digits word' }, ...breakable(code));
  const lengths = groups && groups.reduce((sum, length) => sum + length, 0) === code.length ? groups : [code.length];
  let start = 0;
  const boxes = lengths.map((length, index) => {
    const digits = code.slice(start, (start += length));
    return element(
      'span',
      open[index] ? { class: 'open' } : {},
      ...[...digits].map((digit) => element('b', {}, digit)),
    );
  });
  return element('span', { class: 'digits' }, ...boxes);
}

/** A word code with places where a line may break: after each underscore. */
const breakable = (code: string): (Node | string)[] =>
  code.split(/(?<=_)/).flatMap((part, index) => (index === 0 ? [part] : [element('wbr'), part]));
