import type { Catalog } from '#catalog';
import { readCatalog } from '#catalog/node';
import { DATA_FOLDER } from './environment.ts';

/**
 * A build loads this module twice, for the configuration and in the bundle that renders pages: the catalog is kept where both
 * find it.
 */
const shared = globalThis as { undeliveredCatalog?: Catalog };

/** Everything under data/, read once. A mistake there throws with a message that names all mistakes. */
export const getCatalog = (): Catalog => (shared.undeliveredCatalog ??= readCatalog(DATA_FOLDER));

/** Makes the next call read data/ again. */
export const forgetCatalog = (): void => {
  delete shared.undeliveredCatalog;
};
