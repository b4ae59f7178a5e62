/**
 * What is done with a batch of messages: totals, what to do with each by its code, and the tables made of it. The decoder
 * page and the command share it. Codes are judged by whom it is handed.
 */
export { csvRow } from './csv-cell.ts';
export { encodingOf, headLength } from './encoding.ts';
export { createEnricher, objectsOf, type EnrichedFormat } from './enrich.ts';
export { instantOf } from './event-time.ts';
export { eventWriter, findingsCsv, listWriter, summaryJson, type ListKind } from './exports.ts';
export type { Judge, Judged } from './judged.ts';
export { mergeReports, type FilePlace, type Outcome } from './outcome.ts';
export { percent, summarize, type ActionGroup, type Bar, type FlowStep, type Summary } from './summary.ts';
export { createTally, emptyTally } from './tally.ts';
