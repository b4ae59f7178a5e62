import { expect, test } from 'vitest';
import { constantNames } from '#package/constant-names';
import { exampleCatalog } from '../site/open-data/example-publication.ts';
import { constantsModule, constantsTypes } from './build-package-sets.ts';

const catalog = exampleCatalog({ 'acme/codes/4701.yaml': { status: 'removed', heading: 'Stop */ now' } });
const set = catalog.sets[0]!;
const names = constantNames(set);
/** The set with another heading for the first of its codes. */
const blocked = (heading: string) => ({ ...set, codes: [{ ...set.codes[0]!, heading }, ...set.codes.slice(1)] });

test('the module of a set is one frozen object', () => {
  expect(constantsModule(set, names)).toBe(`export const Acme = /* @__PURE__ */ Object.freeze({
  SenderBlocked: 4401,
  OptedOut: 4701,
});
`);
});

test('its types are literal, say what a code means and which are no longer listed', () => {
  const types = constantsTypes(blocked('Number may not send'), names);
  expect(types).toContain('/** Number may not send. */\n  SenderBlocked: 4401;');
  expect(types).toContain('Stop * / now.\n   * @deprecated');
  expect(types).toContain('export type AcmeCode = (typeof Acme)[keyof typeof Acme];');
});

test('a constant whose name has every word of the heading needs no comment', () => {
  expect(constantsTypes(blocked('Sender blocked'), names)).toContain('Readonly<{\n  SenderBlocked: 4401;');
});
