import type { IconName } from './icons.ts';

/** Id of the symbol that scripts draw the icon with. It stands apart, so that scripts do not take the drawings along. */
export const iconId = (name: IconName): string => `i-${name}`;
