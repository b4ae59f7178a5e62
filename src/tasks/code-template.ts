import type { Family } from '#schema';

interface TemplateFor {
  readonly code: string;
  /** The family its digits lie in; undefined where the file must name one. */
  readonly family: Family | undefined;
  /** The day it is written, as 2026-11-24. */
  readonly today: string;
  readonly causes: readonly string[];
}

/** A YAML file with the keys that nearly every code needs, each with a word about what belongs there. */
export function codeTemplate({ code, family, today, causes }: TemplateFor): string {
  const familyLine = family
    ? `# Family ${family.id} (${family.heading}) follows from the digits, with what it says of section and stopped.\n`
    : '# The digits fit no family: name one of set.yaml.\nfamily:\n';
  return `# name and title: letter by letter as the vendor writes them, typos included. Leave out what the vendor does not give.
name:
title:
# Our short plain title, where the heading of the cause does not tell this code from its siblings.
heading:
# The likeliest cause first: ${causes.slice(0, 4).join(', ')} … (data/causes/). It lends heading, retry, steps and customer text.
causes: [{ is: , match: same }]
${familyLine}# One or two sentences that fit only this code. With basis where a source says it.
summary:
basis: { source: , at: 'table row ${code}' }
# A plain sentence is our reading; { say, source, at } is stated.
steps:
  -
examples:
  - |
    (a payload or log line with ${code}; numbers from +12025550100 to +12025550199, hosts under example.com)
history:
  - { date: '${today}', change: listed, source: }
checked: '${today}'
`;
}
