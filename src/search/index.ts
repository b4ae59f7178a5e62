/** Turns a query into ranked pages. Knows no markup and loads nothing: it is handed the pieces of the index it asks for. */
export { answerQuery, type Answer, type PastedCode, type ResultGroup } from './answer.ts';
export type { MissingCode } from './find-codes.ts';
export { codeResult, type Result } from './result.ts';
export type {
  Directory,
  PieceName,
  Pieces,
  SearchCode,
  SearchContent,
  SearchFamily,
  SearchPage,
  SearchSet,
} from './search-data.ts';
