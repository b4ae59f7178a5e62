import { z } from 'astro/zod';
import { cause, code, codeSet, namesakes, sources, type Cause, type CodeEntry, type CodeSet } from '#schema';
import type { DataFiles } from './catalog.ts';
import { show, type Problem } from './problem.ts';
import { sumUp, type Found } from './sum-up.ts';

/** A YAML file as it was read: its path below data/ and its value, or why it could not be read. */
export interface RawFile {
  readonly path: string;
  readonly value?: unknown;
  readonly error?: { readonly message: string; readonly line?: number };
}

/** Set ids that would take an address of the site or of the open data. */
const reserved = [
  ...['api', 'causes', 'changes', 'coverage', 'decode', 'guides', 'images', 'offline', 'pagefind', 'search'],
  ...['codes', 'index', 'namesakes', 'openapi', 'schema', 'sources'],
];

/**
 * Checks the shape of every file and sorts the files by what they are. Mistakes go to `problems`, all of them;
 * a file with a mistake is left out of the result.
 */
export function parseFiles(raw: readonly RawFile[], problems: Problem[]): DataFiles {
  const result = {
    sources: {} as DataFiles['sources'],
    namesakes: [] as DataFiles['namesakes'],
    causes: new Map<string, Cause>(),
    sets: new Map<string, { set: CodeSet; codes: Map<string, CodeEntry> }>(),
  };
  const codes: { set: string; code: string; path: string; entry: CodeEntry }[] = [];
  const setFolders = new Set<string>();

  for (const file of raw) {
    const place = placeOf(file.path);
    if (place === undefined) {
      problems.push(strayProblem(file.path));
      continue;
    }
    if (file.error !== undefined) {
      problems.push(yamlProblem(file.path, file.error));
      continue;
    }
    if (place.kind === 'sources') result.sources = shaped(sources, file, problems) ?? {};
    else if (place.kind === 'namesakes') result.namesakes = shaped(namesakes, file, problems) ?? [];
    else if (place.kind === 'cause') {
      const value = shaped(cause, file, problems);
      if (value) result.causes.set(place.id, value);
    } else if (place.kind === 'set') {
      setFolders.add(place.id);
      const value = shaped(codeSet, file, problems);
      if (value) result.sets.set(place.id, { set: value, codes: new Map() });
      if (reserved.includes(place.id)) {
        problems.push({
          file: file.path,
          field: '',
          found: `the set id ${place.id}`,
          expected: `another id than ${reserved.join(', ')}`,
          hint: 'Rename the folder; the site uses this address for something else.',
        });
      }
    } else if (place.kind === 'code') {
      const entry = shaped(code, file, problems);
      if (entry) codes.push({ set: place.set, code: place.code, path: file.path, entry });
    }
  }

  const homeless: Found[] = [];
  for (const { set, code, path, entry } of codes) {
    const home = result.sets.get(set);
    if (home) home.codes.set(code, entry);
    else if (!setFolders.has(set)) {
      homeless.push({
        file: path,
        field: '',
        found: `a code of the set ${set}, which has no set.yaml`,
        expected: `data/${set}/set.yaml`,
        hint: 'Write the set first, or move the code into the folder of its set.',
        missing: `${set}/set.yaml`,
      });
    }
  }
  problems.push(...sumUp(homeless, result));
  return result;
}

type Place =
  | { kind: 'sources' | 'namesakes' }
  | { kind: 'cause' | 'set'; id: string }
  | { kind: 'code'; set: string; code: string };

function placeOf(path: string): Place | undefined {
  if (path === 'sources.yaml') return { kind: 'sources' };
  if (path === 'namesakes.yaml') return { kind: 'namesakes' };
  const [folder = '', second = '', third = '', ...rest] = path.split('/');
  if (rest.length > 0 || !path.endsWith('.yaml')) return undefined;
  const id = (name: string) => name.slice(0, -'.yaml'.length);
  if (folder === 'causes' && third === '') return { kind: 'cause', id: id(second) };
  if (second === 'set.yaml') return { kind: 'set', id: folder };
  if (second === 'codes' && third !== '') return { kind: 'code', set: folder, code: id(third) };
  return undefined;
}

/** A file that is none of those that the catalog is made of. Only its name may be wrong. */
function strayProblem(file: string): Problem {
  const renamed = file.replace(/\.yml$/, '.yaml');
  if (renamed !== file && placeOf(renamed) !== undefined) {
    return {
      file,
      field: '',
      found: 'a name that ends in .yml',
      expected: `data/${renamed}`,
      hint: `Rename it to ${renamed.split('/').at(-1)}.`,
    };
  }
  return {
    file,
    field: '',
    found: 'a file in an unknown place',
    expected: 'sources.yaml, namesakes.yaml, causes/<cause>.yaml, <set>/set.yaml or <set>/codes/<code>.yaml',
    hint: 'Move the file to the folder that its content belongs to.',
  };
}

function yamlProblem(file: string, error: { message: string; line?: number }): Problem {
  return {
    file,
    field: error.line === undefined ? '' : `line ${error.line}`,
    found: show(error.message),
    expected: 'YAML that can be read',
    hint: 'Look at quotes, colons and indentation there; put text with ": " or ", " inside { } into quotes.',
  };
}

function shaped<Shape extends z.ZodType>(
  shape: Shape,
  file: RawFile,
  problems: Problem[],
): z.output<Shape> | undefined {
  const parsed = shape.safeParse(file.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.flatMap(flatten)) problems.push(shapeProblem(file.path, issue, shape));
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** A union tells one issue per branch; the branch that came furthest is the one its author meant. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const depth = (branch: readonly Issue[]) => Math.max(...branch.map((inner) => inner.path.length));
  const meant = issue.errors.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
  if (depth(meant) === 0 && meant.every((inner) => inner.code === 'invalid_type')) return [issue];
  return meant.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function shapeProblem(file: string, issue: Issue, shape: z.core.$ZodType): Problem {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return {
      file,
      field,
      found: `the key ${issue.keys.join(', ')}`,
      expected: 'only keys that data/README.md lists',
      hint: 'Correct the spelling or take the key out. Inside { } a text with a comma needs quotes.',
    };
  }
  const found = show(issue.input);
  if (issue.code === 'invalid_value') {
    return {
      file,
      field,
      found,
      expected: `one of ${issue.values.map(String).join(', ')}`,
      hint: 'Use one of these words.',
    };
  }
  if (issue.code === 'invalid_type') {
    const hint =
      issue.input === undefined
        ? 'Add the key; data/README.md shows an annotated entry.'
        : 'Change the value to this kind. Numbers that are text, and dates, stand in quotes.';
    const kind = kinds[issue.expected] ?? issue.expected;
    return { file, field, found, expected: whatBelongs(shape, issue.path, kind), hint };
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
    const unit = issue.origin === 'string' ? 'characters' : issue.origin === 'array' ? 'entries' : '';
    const hint = issue.code === 'too_big' ? 'Say it shorter.' : 'Write it, or leave the key out.';
    return { file, field, found, expected: `${limit} ${unit}`.trim(), hint };
  }
  if (issue.code === 'invalid_union') {
    return {
      file,
      field,
      found,
      expected: 'a plain value (our reading) or { say, source, at } (stated in a source)',
      hint: 'Give say, source and at together, or only the value.',
    };
  }
  return { file, field, found, expected: issue.message, hint: 'Write the value in this form.' };
}

/** What belongs at a place of a file: its form, or else the kind of value, and what the schema says of it. */
function whatBelongs(shape: z.core.$ZodType, path: readonly PropertyKey[], kind: string): string {
  const [field, says] = fieldAt(shape, path) ?? [];
  // The form of a text stands in the message for one that does not have it.
  const issue = field && z.safeParse(field, '').error?.issues[0];
  const form = issue?.code === 'invalid_format' ? issue.message : kind;
  return says === undefined ? form : `${form}. ${says}`;
}

/** The field of a schema at a path, with its description; of the branches of a union, the first that leads there. */
function fieldAt(
  field: z.core.$ZodType,
  path: readonly PropertyKey[],
  outer?: string,
): [field: z.core.$ZodType, says: string | undefined] | undefined {
  const says = z.globalRegistry.get(field)?.description ?? outer;
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return fieldAt(field.def.innerType, path, says);
  const [key, ...rest] = path;
  if (key === undefined) return [field, says];
  if (field instanceof z.ZodUnion) {
    for (const option of field.def.options) {
      const found = fieldAt(option, path);
      if (found) return found;
    }
    return undefined;
  }
  const inner =
    field instanceof z.ZodObject
      ? (field.shape as Record<PropertyKey, z.core.$ZodType>)[key]
      : field instanceof z.ZodArray
        ? field.def.element
        : field instanceof z.ZodRecord
          ? field.def.valueType
          : undefined;
  return inner && fieldAt(inner, rest);
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};
