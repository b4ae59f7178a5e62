/** What a page keeps on a device: `tab` until the tab is closed, `device` until somebody clears it. */
type Keeping = 'tab' | 'device';

/** A kept text; undefined where there is none, or storage is blocked. */
export function readKept(keeping: Keeping, key: string): string | undefined {
  try {
    return storageOf(keeping).getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets it where there is none. Storage may be blocked or full: what is kept is a comfort and no more. */
export function keep(keeping: Keeping, key: string, text: string | undefined): void {
  try {
    if (text === undefined) storageOf(keeping).removeItem(key);
    else storageOf(keeping).setItem(key, text);
  } catch {
    // Nothing is kept.
  }
}

/** Where storage is blocked, asking for it throws already. */
const storageOf = (keeping: Keeping): Storage => (keeping === 'tab' ? sessionStorage : localStorage);
