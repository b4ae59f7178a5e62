import type { Cited, Judged, Statement } from '#schema';

/** Where an inherited value was written. */
export type Origin = 'code' | 'cause' | 'family';

/** A value with what it rests on. `stated` values have a citation, `inferred` ones are our reading. */
export interface Told<Value> {
  readonly value: Value;
  readonly basis: 'stated' | 'inferred';
  readonly citation?: Cited;
  readonly from: Origin;
}

/** A sentence with what it rests on. */
export type ToldText = Told<string>;

const isCited = <Value>(judged: Judged<Value>): judged is { say: Value } & Cited =>
  typeof judged === 'object' && judged !== null && 'say' in judged;

/** Splits a value of a file into the value and its source, if one is given. */
export const splitJudged = <Value>(judged: Judged<Value>): { readonly value: Value; readonly citation?: Cited } =>
  isCited(judged) ? { value: judged.say, citation: { source: judged.source, at: judged.at } } : { value: judged };

/** A value of a file alone, whether it has a source or not. */
export const said = <Value>(judged: Judged<Value>): Value => splitJudged(judged).value;

/** A value of a file with its basis. */
export function told<Value>(judged: Judged<Value>, from: Origin): Told<Value> {
  const split = splitJudged(judged);
  return { ...split, basis: split.citation === undefined ? 'inferred' : 'stated', from };
}

/** The sentences of a file with their basis, in order. */
export const toldAll = (statements: readonly Statement[] | undefined, from: Origin): ToldText[] =>
  (statements ?? []).map((statement) => told<string>(statement, from));
