/**
 * Digits in boxes, by the groups in which they are read; `open` groups are dashed: their digits are not given. No white
 * space stands between the boxes, so that the code copies as one word. Undefined where a code is a word or a range.
 */
export function digitBoxMarkup(groups: readonly string[], open: readonly string[] = []): string | undefined {
  if (![...groups, ...open].every((group) => /^[\dx?·]*$/.test(group))) return undefined;
  return (
    groups.map((group) => boxes(group, '<span>')).join('') +
    open.map((group) => boxes(group, '<span class="open">')).join('')
  );
}

const boxes = (group: string, start: string) =>
  `${start}${[...group].map((digit) => `<b>${digit}</b>`).join('')}</span>`;
