import type { CopyFacts } from './copy-facts.ts';

/** What the page knows of the copy for offline use. */
export type CopyState =
  | { readonly is: 'offered' | 'keeping' | 'failed' | 'removed' }
  | { readonly is: 'ready'; readonly facts: CopyFacts; readonly hasNewer: boolean };

/** The state in one line. The size is what is loaded for a copy; a test of the built site holds us to it. */
export function copyWords(state: CopyState): string {
  switch (state.is) {
    case 'offered':
      return 'Works offline once a copy of less than 3 MB is kept on this device.';
    case 'keeping':
      return 'Loading a copy of this site for offline use …';
    case 'failed':
      return 'The copy for offline use was not loaded. The next visit tries again.';
    case 'removed':
      return 'The copy for offline use is removed from this device.';
    case 'ready': {
      const { pages, bytes } = state.facts;
      const size = `${(bytes / 1e6).toFixed(1)} MB`;
      const newer = state.hasNewer
        ? ' A newer version is loaded; it is used once all pages of this site are closed.'
        : '';
      return `Works offline: ${inThousands(pages)} pages, ${size} on this device.${newer}`;
    }
  }
}

/** A count with commas. `toLocaleString` has the browser load its tables of languages first, which a slow processor feels. */
const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The button beside the line: what it does and says; undefined where there is nothing to decide. */
export function copyChoice({
  is,
}: CopyState): { readonly does: 'keep' | 'remove'; readonly words: string } | undefined {
  if (is === 'ready') return { does: 'remove', words: 'Remove' };
  return is === 'offered' || is === 'removed' ? { does: 'keep', words: 'Keep a copy' } : undefined;
}
