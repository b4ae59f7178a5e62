/** What machine readers are told about the whole. */
export const about = {
  name: 'Undelivered',
  description:
    'Failure codes of messaging providers: what each code means, whose move it is, whether to send again, and what to do next.',
  notice:
    'Undelivered is independent of the companies it writes about; names and wordings of codes are theirs. Every statement says what it rests on: "stated" names its source, "inferred" is our reading.',
  licence: { name: 'CC BY 4.0', spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
} as const;
