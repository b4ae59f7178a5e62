import { squash } from './spelling.ts';

/** Path segments, squashed: `payload.failure.code`, `failure[code]`, `failure/code`, `failure__code`, `Failure_Code__c`. */
export function segmentsOf(name: string): string[] {
  return name
    .replace(/%5b/gi, '[')
    .replace(/%5d/gi, ']')
    .replace(/__c$/i, '')
    .split(/[.[\]/]|__|::/)
    .map(squash)
    .filter((segment) => segment !== '' && !/^\d+$/.test(segment));
}

/** Whether a path ends with a field, on the border of a segment. */
export function endsWith(segments: readonly string[], field: string): boolean {
  const wanted = segmentsOf(field);
  return (
    wanted.length <= segments.length &&
    wanted.every((segment, i) => segments[segments.length - wanted.length + i] === segment)
  );
}

/** As `endsWith`, and also flattened to one name: `failure_code`, `payload_failure_code`. */
export function isField(segments: readonly string[], field: string, qualifiers: ReadonlySet<string>): boolean {
  if (endsWith(segments, field)) return true;
  const flat = segmentsOf(field).join('');
  const last = segments.at(-1) ?? '';
  return (
    last.endsWith(flat) && (last === flat ? segmentsOf(field).length > 1 : qualifiers.has(last.slice(0, -flat.length)))
  );
}

/** tolerate: the last two names of a path as one column — source_code for failure.source.code */
export function isColumnOf(segments: readonly string[], field: string): boolean {
  const wanted = segmentsOf(field);
  return wanted.length > 2 && segments.length === 1 && segments[0] === wanted.slice(-2).join('');
}

/** Marks stand in fields called like that, or qualified: `status` also as `messageStatus`. */
export function isMark(last: string, field: string): boolean {
  const wanted = segmentsOf(field).at(-1) ?? '';
  return wanted !== '' && (last === wanted || (last.endsWith(wanted) && wanted.length > 3));
}
