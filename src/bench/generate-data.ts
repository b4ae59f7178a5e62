import type { Cause, CodeEntry, CodeSet, Family, Source } from '#schema';
import { conditions, deeds, occasions, places, providers, subjects } from './generated-words.ts';
import { createRandom, type Random } from '../testing/random.ts';

/** One YAML file, before it is written. */
export interface GeneratedFile {
  /** Below the data folder: `northline/codes/10432.yaml`. */
  readonly path: string;
  readonly content: unknown;
}

/** What a file may say before defaults are filled in. */
type Written<Shape> = { [Key in keyof Shape]?: unknown };

/**
 * Made-up data with `count` codes that is shaped like the real one: about 2 KB for a code, sets whose codes are digits,
 * words, or stand inside another set's failures, families of very different size, shared causes, cited sources. It
 * keeps every rule of data/. The same count gives the same files. From 12 codes up.
 */
export function generateData(count: number): GeneratedFile[] {
  if (count < 12) throw new RangeError('There must be at least 12 codes, so that each set has some.');
  const sets = planSets(count);
  const sourceIds = Array.from({ length: Math.ceil(count / 40) }, (_, index) => `document-${index + 1}`);
  const causeIds = Array.from({ length: Math.min(count, 40 + Math.floor(count / 50)) }, (_, index) => causeId(index));
  const causeOf = (index: number): string => causeIds[index % causeIds.length] ?? '';
  const sourceOf = (index: number): string => sourceIds[index % sourceIds.length] ?? '';

  const files: GeneratedFile[] = [
    { path: 'sources.yaml', content: Object.fromEntries(sourceIds.map((id, index) => [id, source(index)])) },
    { path: 'namesakes.yaml', content: [namesake(sets)] },
    ...causeIds.map((id, index) => ({ path: `causes/${id}.yaml`, content: cause(index) })),
  ];
  let serial = 0;
  for (const set of sets) {
    files.push({ path: `${set.id}/set.yaml`, content: codeSet(set, sourceOf(serial)) });
    for (const [place, code] of set.codes.entries()) {
      const neighbour = set.codes[place === 0 ? 1 : place - 1];
      const content = codeEntry({ set, code, serial, cause: causeOf, source: sourceOf, neighbour: neighbour?.code });
      files.push({ path: `${set.id}/codes/${code.code}.yaml`, content });
      serial += 1;
    }
  }
  return files;
}

interface PlannedCode {
  readonly code: string;
  /** Where the digits do not say it. */
  readonly family: string | undefined;
}

interface PlannedSet {
  readonly id: string;
  readonly provider: string;
  readonly order: number;
  readonly kind: 'digits' | 'words' | 'carried';
  /** The field of a payload that holds the code. */
  readonly field: string;
  /** The digits set of the same provider, whose failures carry this one. */
  readonly carrier: PlannedSet | undefined;
  readonly families: readonly string[];
  readonly codes: readonly PlannedCode[];
}

const kinds = ['digits', 'words', 'carried'] as const;

/** A set for each thousand codes, and three at the least: one of each kind for each provider in turn. */
function planSets(count: number): PlannedSet[] {
  const random = createRandom(count);
  const sets: PlannedSet[] = [];
  const total = Math.max(kinds.length, Math.ceil(count / 1000));
  for (let index = 0; index < total; index += 1) {
    const size = Math.floor(((index + 1) * count) / total) - Math.floor((index * count) / total);
    const kind = kinds[index % kinds.length] ?? 'digits';
    const turn = Math.floor(index / kinds.length);
    const round = Math.floor(turn / providers.length);
    const provider = `${providers[turn % providers.length]}${round === 0 ? '' : ` ${round + 1}`}`;
    const word = provider.toLowerCase().replaceAll(' ', '');
    const shared = { provider, order: index + 1, kind };
    if (kind === 'digits')
      sets.push({ ...shared, id: word, field: `${word}Code`, carrier: undefined, ...digitCodes(size, random) });
    else if (kind === 'words')
      sets.push({ ...shared, id: `${word}-words`, field: `${word}Reason`, carrier: undefined, ...wordCodes(size) });
    else {
      const carrier = sets.at(-2);
      sets.push({
        ...shared,
        id: `${word}-network`,
        field: `${word}Origin.code`,
        carrier,
        ...networkCodes(size, random),
      });
    }
  }
  return sets;
}

type PlannedCodes = Pick<PlannedSet, 'families' | 'codes'>;

/** Twenty families of a thousand places; the first holds a quarter of the codes, the last a handful. */
function digitCodes(size: number, random: Random): PlannedCodes {
  const bands = Array.from({ length: 20 }, (_, index) => `${1 + Math.floor(index / 5)}${index % 5}`);
  const sizes = unevenly(size, bands.length, 1000);
  const codes = bands.flatMap((band, index) =>
    distinct(sizes[index] ?? 0, 1000, random).map((rest) => `${band}${String(rest).padStart(3, '0')}`),
  );
  const used = bands.filter((_, index) => (sizes[index] ?? 0) > 0);
  const families = [...new Set(used.map((band) => band[0]))].flatMap((kind) => [
    `${kind}xxxx`,
    ...used.filter((band) => band.startsWith(kind ?? '')).map((band) => `${band}xxx`),
  ]);
  return { families, codes: codes.map((code) => ({ code, family: undefined })) };
}

function networkCodes(size: number, random: Random): PlannedCodes {
  const bands = Array.from({ length: 9 }, (_, index) => String(index + 1));
  const sizes = unevenly(size, bands.length, 1000);
  return {
    families: bands.filter((_, index) => (sizes[index] ?? 0) > 0).map((band) => `${band}xxx`),
    codes: bands
      .flatMap((band, index) =>
        distinct(sizes[index] ?? 0, 1000, random).map((rest) => `${band}${String(rest).padStart(3, '0')}`),
      )
      .map((code) => ({ code, family: undefined })),
  };
}

function wordCodes(size: number): PlannedCodes {
  const codes = Array.from({ length: size }, (_, index) => {
    const subject = cycle(subjects, index) ?? '';
    const rest = Math.floor(index / subjects.length);
    const again = rest < conditions.length ? '' : ' again';
    const words = `${subject} ${cycle(conditions, rest)}${again}`;
    return { code: words.replaceAll(/[ -]/g, '_'), family: subject.replaceAll(' ', '-') };
  });
  return { families: [...new Set(codes.map(({ family }) => family))], codes };
}

/** Shares of `total` that fall as 1, 1/2, 1/3 …, none over `most`. */
function unevenly(total: number, parts: number, most: number): number[] {
  const weights = Array.from({ length: parts }, (_, index) => 1 / (index + 1));
  const sum = weights.reduce((a, b) => a + b);
  const sizes = weights.map((weight) => Math.min(most, Math.floor((total * weight) / sum)));
  let rest = total - sizes.reduce((a, b) => a + b);
  for (let index = 0; rest > 0; index = (index + 1) % parts) {
    if ((sizes[index] ?? most) >= most) continue;
    sizes[index] = (sizes[index] ?? 0) + 1;
    rest -= 1;
  }
  return sizes;
}

/** So many different numbers below `end`, in order. */
function distinct(size: number, end: number, random: Random): number[] {
  const found = new Set<number>();
  while (found.size < size) found.add(random.below(end));
  return [...found].sort((a, b) => a - b);
}

const causeId = (index: number): string => {
  const subject = subjects[index % subjects.length] ?? '';
  const condition = conditions[Math.floor(index / subjects.length) % conditions.length] ?? '';
  return `${subject}-${condition}`.replaceAll(' ', '-');
};

/** A clause that no other number gives, as long as the numbers stay below the count of all combinations. */
function clause(serial: number): string {
  const total = subjects.length * conditions.length * places.length;
  // A step without a common divisor visits every combination once, and puts unlike ones side by side.
  const mixed = (serial * 7919) % total;
  const subject = subjects[mixed % subjects.length] ?? '';
  const condition = conditions[Math.floor(mixed / subjects.length) % conditions.length] ?? '';
  const place = places[Math.floor(mixed / subjects.length / conditions.length)] ?? '';
  return `${subject} ${condition} ${place}`;
}

/** A step that no other number gives, within the same limit. */
function step(serial: number): string {
  const mixed = (serial * 104_729) % (subjects.length * deeds.length * occasions.length * places.length);
  const [a, b, c] = [
    subjects.length,
    subjects.length * deeds.length,
    subjects.length * deeds.length * occasions.length,
  ];
  const subject = subjects[mixed % a] ?? '';
  const deed = deeds[Math.floor(mixed / a) % deeds.length] ?? '';
  const occasion = occasions[Math.floor(mixed / b) % occasions.length] ?? '';
  const place = places[Math.floor(mixed / c)] ?? '';
  return `${deed} the ${subject} ${occasion}, if it happened ${place}.`;
}

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const headingOf = (text: string): string =>
  upperFirst(text.length <= 40 ? text : text.slice(0, 40).replace(/ \S*$/, ''));

const source = (index: number): Written<Source> => ({
  title: `${providers[index % providers.length]} documentation, chapter ${index + 1}`,
  publisher: providers[index % providers.length],
  url: `https://docs.example.com/chapter-${index + 1}`,
  edition: `20${15 + (index % 11)}-0${1 + (index % 9)}`,
  kind: 'vendor',
});

const namesake = (sets: readonly PlannedSet[]) => ({
  numbering: 'Radio reports',
  numbers: ['99801-99809'],
  says: 'A made-up numbering beside the others.',
  near: sets[0]?.id,
});

const responsibles = ['sender', 'recipient', 'provider', 'carrier', 'unknown'] as const;
const verdicts = ['never', 'after-change', 'once', 'later', 'unknown'] as const;
const stops = ['sender', 'provider', 'carrier', 'handset', 'unknown'] as const;
const cycle = <Item>(list: readonly Item[], index: number): Item | undefined => list[index % list.length];

/** Numbers far above those of the codes, so that no text of a cause is one of a code. */
const causeSerial = (index: number): number => 15_000 + index;

function cause(index: number): Written<Cause> {
  const subject = cycle(subjects, index) ?? '';
  const condition = cycle(conditions, Math.floor(index / subjects.length)) ?? '';
  return {
    heading: headingOf(`${subject} ${condition}`),
    summary: `The ${subject} ${condition}, and the message was not delivered.`,
    responsible: cycle(responsibles, index),
    retry: { verdict: cycle(verdicts, index), because: `The ${clause(causeSerial(index))}.` },
    suppress: index % 9 === 0,
    steps: [
      `Begin with the ${subject}. Hold it against the registration.`,
      `Send one message by hand. See whether the ${subject} still ${condition.replace(/^(is|was) /, 'stays ')}.`,
    ],
    collect: ['Sender and recipient number, and the time of the failure'],
    customer: `Your message did not arrive, because the ${subject} ${condition}.`,
    phrases: {
      en: [`${subject} ${condition}`, `why ${subject} ${condition}`, clause(causeSerial(index) + 1)],
      de: [`${subject} geht nicht`],
    },
  };
}

function codeSet(set: PlannedSet, cited: string): Written<CodeSet> {
  const { provider, carrier } = set;
  const word = provider.toLowerCase();
  return {
    name: { digits: provider, words: `${provider} words`, carried: `${provider} network` }[set.kind],
    provider,
    product: { digits: 'Messages API', words: 'Events API', carried: 'Network behind the Messages API' }[set.kind],
    order: set.order,
    summary: `${provider} posts an event to your callback URL. The field ${set.field} says why the message failed.`,
    field: set.field,
    links: [cited],
    stations: ['You', provider, 'Carrier', 'Handset'],
    ...(carrier ? { carriedBy: { set: carrier.id, name: set.id } } : {}),
    coverage: { complete: true, says: 'Made up, to measure how the site grows.' },
    arrives: {
      heading: 'A POST to your callback URL',
      payload: examplePayload(set, set.codes[0]?.code ?? ''),
      notes: [{ line: '"event"', says: 'Only message.undelivered carries a code.' }],
    },
    shape: { digits: '\\d{5}', words: '[a-z]+(_[a-z]+)+', carried: '\\d{4}' }[set.kind],
    ...(set.kind === 'digits' ? { scheme: scheme(set) } : {}),
    families: set.families.map((id, index) => family(id, index, cited)),
    recognise: {
      fields: set.kind === 'carried' ? [`${set.id}.code`] : [set.field],
      failure: { event: ['message.undelivered'] },
      fine: { event: ['message.delivered', 'message.sent'] },
      provider: [word],
      ...(set.kind === 'digits' ? { sourceName: `${originOf(set)}.name`, sourceCode: [`${originOf(set)}.code`] } : {}),
    },
  };
}

const originOf = (set: PlannedSet): string => set.field.replace(/(Code|Origin\.code)$/, 'Origin');

const scheme = (set: PlannedSet) => ({
  groups: [
    {
      digits: 2,
      asks: 'Which part of the way',
      values: Object.fromEntries(
        set.families
          .filter((id) => /^\d\dxxx$/.test(id))
          .map((id, index) => [id.slice(0, 2), { heading: headingOf(clause(20_000 + index)) }]),
      ),
    },
    {
      digits: 3,
      asks: 'Which error it is',
      values: {
        '1': { heading: `A number of ${set.provider}` },
        '2': { heading: `A number of ${set.provider}` },
        '3': { heading: `A number of ${set.provider}` },
        '4': { heading: `A number of ${set.provider}` },
      },
    },
  ],
});

const family = (id: string, index: number, cited: string): Written<Family> => ({
  id,
  heading: headingOf(`${cycle(subjects, index * 7)} ${cycle(conditions, index * 3)}`),
  section: `Section ${index + 1}`,
  summary: { say: `Here the ${clause(17_000 + index)}.`, source: cited, at: `section ${index + 1}` },
  stopped: cycle(stops, index),
  responsible: cycle(responsibles, index),
  retry: { verdict: cycle(verdicts, index + 1) },
  steps: [`Hold the message against the rules of section ${index + 1}.`],
});

interface CodePlace {
  readonly set: PlannedSet;
  readonly code: PlannedCode;
  readonly serial: number;
  readonly cause: (index: number) => string;
  readonly source: (index: number) => string;
  readonly neighbour: string | undefined;
}

/** As often as the real codes do, about, it says more than it must. */
function codeEntry({ set, code, serial, cause, source, neighbour }: CodePlace): Written<CodeEntry> {
  const random = createRandom(serial + 1);
  const what = clause(serial);
  const at = `row ${code.code}`;
  const cited = { source: source(serial), at };
  const causes = [{ is: cause(serial), match: 'same' }];
  if (random.chance(0.4)) causes.push({ is: cause(serial + 1), match: 'near' });
  return {
    ...(set.kind === 'words' ? {} : { name: clause(serial).replaceAll(/[ -]/g, '_').toUpperCase() }),
    title: `${upperFirst(what)} (${code.code})`,
    heading: headingOf(what.replace(/ (is|was|does|has|holds|belongs|cannot|answered|waits) /, ': $1 ')),
    causes,
    ...(code.family === undefined ? {} : { family: code.family }),
    ...(serial % 50 === 0 ? { status: 'removed' } : {}),
    summary: `The ${what}. ${set.provider} ended the attempt there.`,
    basis: cited,
    ...(random.chance(0.5)
      ? {
          meaning: [
            {
              say: `${set.provider} counts ${code.code} in reports as a case where the ${clause(serial + 10_500)}.`,
              ...cited,
            },
            `A part of the messages that ${set.provider} marks with ${code.code} arrives later. Look at the ${random.of(subjects)} first.`,
          ],
        }
      : {}),
    ...(random.chance(0.35) ? { billed: { say: random.chance(0.5), ...cited } } : {}),
    ...(random.chance(0.3)
      ? { retry: { verdict: random.of(verdicts), because: `With ${code.code} the ${random.of(subjects)} decides.` } }
      : {}),
    stepsInstead: [
      { say: step(serial * 3), ...cited },
      step(serial * 3 + 1),
      ...(random.chance(0.6) ? [step(serial * 3 + 2)] : []),
    ],
    ...(random.chance(0.25)
      ? { customer: `Your message came back: the ${random.of(subjects)} ${random.of(conditions)}.` }
      : {}),
    ...(neighbour === undefined
      ? {}
      : { distinguish: { [`${set.id}/${neighbour}`]: `There the cause is another one. Here the ${what}.` } }),
    ...(random.chance(0.3) ? { aliases: [`${set.provider[0]}-${serial + 1000}`] } : {}),
    phrases: {
      en: [
        `${random.of(subjects)} ${random.of(conditions)} since ${random.of(['monday', 'the update', 'we moved', 'the new route'])}`,
        `customers say the ${random.of(subjects)} ${random.of(conditions)}`,
        what,
      ],
      es: [`${random.of(subjects)} no funciona`],
      de: [`${random.of(subjects)} geht nicht`],
    },
    examples: [examplePayload(set, code.code)],
    history: [
      { date: `201${serial % 10}-0${1 + (serial % 9)}`, change: 'listed', ...cited },
      ...(serial % 50 === 0 ? [{ date: '2025-03', change: 'removed', ...cited }] : []),
    ],
    checked: '2026-11-24',
  };
}

/** A failure with the code where its set has it. */
function examplePayload(set: PlannedSet, code: string): string {
  const { carrier } = set;
  const reason = carrier
    ? {
        [carrier.field]: Number(carrier.codes[0]?.code),
        [originOf(set)]: { name: set.id, code },
      }
    : { [set.field]: set.kind === 'digits' ? Number(code) : code };
  return JSON.stringify(
    { event: 'message.undelivered', time: '2026-03-04T10:15:30Z', to: '+12025550142', from: '+12025550100', ...reason },
    undefined,
    2,
  );
}
