import type { Code, CodeSet } from '#catalog';
import { href, paths } from '../urls.ts';

const places = new WeakMap<CodeSet, ReadonlyMap<Code, number>>();

/** The codes before and after in the set, as Starlight's frontmatter takes links: with the base path, which it does not add. False at either end. */
export function neighboursOf(code: Code) {
  let order = places.get(code.set);
  if (order === undefined) {
    order = new Map(code.set.codes.map((other, index) => [other, index]));
    places.set(code.set, order);
  }
  const at = order.get(code) ?? 0;
  return { prev: linkTo(code.set.codes[at - 1]), next: linkTo(code.set.codes[at + 1]) };
}

const linkTo = (code: Code | undefined) =>
  code === undefined ? (false as const) : { link: href(paths.code(code.set.id, code.code)), label: code.code };
