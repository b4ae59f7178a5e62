import { fileOf, type Rule } from './rule.ts';

export const removedHasDate: Rule = {
  name: 'removed-has-date',
  description: 'A removed code has a history event that says when it was removed, and only a removed one ends with it.',
  check: (catalog) =>
    catalog.sets.flatMap((set) =>
      set.codes.flatMap((code) => {
        const last = code.history.filter(({ change }) => change === 'removed' || change === 'restored').at(-1)?.change;
        const removed = code.entry.status === 'removed';
        if (removed === (last === 'removed')) return [];
        return [
          {
            file: fileOf(code),
            field: removed ? 'history' : 'status',
            found: removed ? 'no event `removed`' : `${code.entry.status}, but removed in its history`,
            expected: removed ? 'the date of the removal' : 'removed',
            hint: removed ? 'Add the event with its source.' : 'Set the status, or add the event `restored`.',
          },
        ];
      }),
    ),
};
