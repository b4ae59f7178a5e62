import { packed } from 'undelivered:data';
import type { Catalog } from '#catalog';
import { readData } from './data-text.ts';
import { createReference, type Reference } from './reference.ts';
import { unpackData } from './packed-data.ts';

let linked: Catalog | undefined;
let loaded: Reference | undefined;

/** The data of the package, linked when they are first asked for. */
const catalog = (): Catalog => (linked ??= unpackData(readData(packed)));

/** What the package answers from. */
export const reference = (): Reference => (loaded ??= createReference(catalog()));
