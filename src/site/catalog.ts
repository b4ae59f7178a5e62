import type { Catalog } from '#catalog';
import { readCatalog } from '#catalog/node';
import { DATA_FOLDER } from './environment.ts';

let catalog: Catalog | undefined;

/**
 * Everything under data/, read once. A mistake there throws with a message that names all mistakes. While developing,
 * watch-data.ts makes this module start afresh when a file has changed.
 */
export const getCatalog = (): Catalog => (catalog ??= readCatalog(DATA_FOLDER));
