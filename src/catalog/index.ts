/** The meaning of all files under data/ together: linked, checked, with inheritance filled in. */
export { actionFor, buildCatalog } from './build-catalog.ts';
export type { Action, Catalog, Cause, Code, CodeSet, DataFiles, Family } from './catalog.ts';
export { decoderData, type DecoderCode, type DecoderData, type DecoderSet } from './decoder-data.ts';
export { familiesOf, lineageOf, saidInLineage } from './family.ts';
export {
  fileRetry,
  fileStatement,
  fileStatements,
  fileValue,
  orNull,
  retryOf,
  statementOf,
  valueOf,
} from './flat-told.ts';
export { parseFiles, type RawFile } from './parse-files.ts';
export { DataError, describeProblems, type Problem } from './problem.ts';
export { readDigits } from './scheme.ts';
export { said, type Origin, type Told } from './told.ts';
