import type { DataFiles } from './catalog.ts';
import type { Problem } from './problem.ts';

/** A mistake; where it is that something is not there, with what that is. */
export interface Found extends Problem {
  /** A file below data/, or with `#` an entry of it: `causes/sender-blocked.yaml`, `sources.yaml#acme-docs`. */
  readonly missing?: string;
}

/** So many mistakes of one cause are told as that cause. Fewer may be slips of their own, and each is told where it is. */
const many = 4;

/**
 * Tells mistakes that have one cause as that cause: a list of sources that is gone is one mistake, not one for each
 * statement that cites a source. What is missing because of a mistake that is told already is told with that.
 */
export function sumUp(found: readonly Found[], files: DataFiles): Problem[] {
  const problems: Problem[] = found.filter(({ missing }) => missing === undefined);
  const links = found.flatMap((link) =>
    link.missing === undefined ? [] : [{ link, cause: causeOf(link, link.missing, files) }],
  );
  for (const group of Map.groupBy(links, ({ cause }) => `${cause.file}#${cause.field}`).values()) {
    const cause = group[0]!.cause;
    const of = group.map(({ link: { missing: _, ...problem } }) => problem);
    const told = problems.findIndex(({ file, field }) => file === cause.file && field === cause.field);
    if (told !== -1) problems[told] = { ...problems[told]!, follows: followersOf(of) };
    else if (of.length >= many) problems.push({ ...cause, follows: followersOf(of) });
    else problems.push(...of);
  }
  return problems;
}

/** The mistake that something is missing for: itself, or that all of its kind are. */
function causeOf({ expected, hint }: Problem, missing: string, { sources, causes, sets }: DataFiles): Problem {
  const [file = '', field = ''] = missing.split('#');
  const [, ofSet] = /^([^/]+)\/codes\//.exec(file) ?? [];
  if (file === 'sources.yaml' && Object.keys(sources).length === 0)
    return {
      file,
      field: '',
      found: 'no source',
      expected: 'every document that data/ cites',
      hint: 'Put the file back.',
    };
  if (file.startsWith('causes/') && causes.size === 0)
    return {
      file: 'causes/',
      field: '',
      found: 'no cause',
      expected: 'a file for each cause that a code has',
      hint: 'Put the folder back.',
    };
  if (ofSet !== undefined && !sets.get(ofSet)?.codes.size) {
    const isThere = sets.has(ofSet);
    return {
      file: `${ofSet}/set.yaml`,
      field: '',
      found: isThere ? 'no code' : 'no such file',
      expected: isThere ? `files in data/${ofSet}/codes/` : `data/${ofSet}/set.yaml`,
      hint: `Put the ${isThere ? 'codes' : 'set'} back, or take out what names codes of ${ofSet}.`,
    };
  }
  return {
    file,
    field,
    found: field === '' ? 'no such file' : 'no such entry',
    expected,
    hint: `If it was there, put it back. ${hint}`,
  };
}

/** `12 places in 3 files need it: data/a.yaml, data/b.yaml, data/c.yaml`. */
function followersOf(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map(({ file }) => `data/${file}`))];
  const count = (number: number, thing: string) => `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
  const rest = files.length > 3 ? ` and ${(files.length - 3).toLocaleString('en')} more` : '';
  const need = problems.length === 1 ? 'needs' : 'need';
  return `${count(problems.length, 'place')} in ${count(files.length, 'file')} ${need} it: ${files.slice(0, 3).join(', ')}${rest}`;
}
