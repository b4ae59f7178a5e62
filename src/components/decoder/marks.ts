import type { Responsible, Verdict } from '#schema';
import type { ExplainedSet } from '#site/page-kinds/decoder-page';
import { moveSentence, retrySentences } from '#site/wording';
import { element } from '../browser/element.ts';
import { spriteIcon } from '../browser/sprite-icon.ts';
import type { Explained } from './explainer.ts';
import { stoppedWords } from './finding-words.ts';

/** Whose move it is: icon and words in the hue of the one who must act. */
export const moveMark = (is: Responsible, words: string): HTMLElement =>
  element('span', { class: `with-icon ${is}` }, spriteIcon(is), words);

/** Whose move it is, as a sentence with the names of the set. */
export const moveOf = (responsible: Responsible, set: ExplainedSet): HTMLElement =>
  moveMark(responsible, moveSentence(responsible, set.stations));

/** A retry verdict as icon and word. */
export const retryMark = (is: Verdict, words: string): HTMLElement =>
  element('span', { class: 'with-icon' }, spriteIcon(is), words);

/** The retry verdict as a stamp; dashed where it is our reading. */
export const retryStamp = (is: Verdict, isInferred: boolean): HTMLElement =>
  element('span', { class: ['stamp', is, isInferred && 'inferred'].filter(Boolean).join(' ') }, retrySentences[is]);

/** The small route with its words. */
export const stoppedMark = (explained: Explained): HTMLElement =>
  element(
    'span',
    { class: 'with-icon' },
    spriteIcon(`route-${explained.stopped}`, 'route-icon'),
    stoppedWords(explained),
  );

/** The mark of what is our reading. */
export const ours = (words = 'our reading'): HTMLElement => element('span', { class: 'ours' }, words);
