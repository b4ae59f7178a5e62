/** Turns a query into ranked pages. Knows no markup and loads nothing: it is handed the indexes. */
export {
  answerQuery,
  needsWords,
  type Answer,
  type MissingCode,
  type PastedCode,
  type Result,
  type ResultGroup,
} from './answer.ts';
export { buildWordIndex } from './build-word-index.ts';
export type {
  CodeIndex,
  PageKind,
  SearchCode,
  SearchFamily,
  SearchNamesake,
  SearchPage,
  SearchSet,
  TextRole,
  WordIndex,
} from './search-data.ts';
export { fold, wordsOf } from './words.ts';
