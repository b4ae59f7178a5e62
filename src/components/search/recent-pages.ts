import { keep, readKept } from '../browser/storage.ts';

const key = 'undelivered-recent';
const most = 6;

/** A page that was opened from the search box. What was typed to find it is not kept. */
export interface RecentPage {
  readonly ref: string;
  /** Address below the base path. */
  readonly path: string;
  readonly heading: string;
  readonly code: string | undefined;
}

/** Pages opened lately, the latest first. Empty where storage is switched off or holds something else. */
export function readRecent(): RecentPage[] {
  try {
    const kept: unknown = JSON.parse(readKept('device', key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecentPage).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a page first among those opened lately. */
export function rememberPage(page: RecentPage): void {
  const others = readRecent().filter((other) => other.ref !== page.ref);
  keep('device', key, JSON.stringify([page, ...others].slice(0, most)));
}

/** A path of the site: nothing that could lead to another host or run as a script. */
const sitePath = /^[a-z0-9][a-z0-9_/-]*$/i;

function isRecentPage(value: unknown): value is RecentPage {
  if (typeof value !== 'object' || value === null) return false;
  const page = value as Record<string, unknown>;
  const isCode = page['code'] === undefined || typeof page['code'] === 'string';
  return (
    typeof page['ref'] === 'string' &&
    typeof page['heading'] === 'string' &&
    typeof page['path'] === 'string' &&
    sitePath.test(page['path']) &&
    isCode
  );
}
