/** What the scanner recognises as a whole: sticky expressions, each with bounded repetition. */
import { codePattern } from './code-digits.ts';

/** The match of a sticky expression that begins at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export const keyWord = /^(?:\d{1,3}__)?[@$%_]{0,2}[\p{L}_][\p{L}\p{N}_.\-/%#~]*$/u;
export const manyWords = /^[\p{L}_#][\p{L}\p{N}_.\-#]*(?: [\p{L}\p{N}_.\-#]+){1,2}$/u;
export const queryStart = /^\?[\w.%~-]+(?:\[[^\]\s]{0,40}\])?=/;
export const bracketKey =
  /\[\s*(?:"([^"\n[\]]{1,60})"|'([^'\n[\]]{1,60})'|([A-Za-z_\d][\w.\- ]{0,60}))(?::[\w":\\]{1,60})?\]\s{0,20}=>?/y;
export const nestedKey = /([\w.-]{1,60}(?:\[[\w.-]{0,40}\]){1,4})=(?![=>])/y;
export const listNumber =
  /\(?\d{1,3}[.)]\s{1,4}(?=\**[\p{L}_][\p{L}\p{N}_.-]{0,30}(?: [\p{L}\p{N}_.-]{1,30}){0,3}\**\s?[:=])/uy;
/** tolerate: what builds a list or a map around its elements — new Set([, map[int]string{, frozenset({, number[] = [ */
export const constructed =
  /(?:new\s)?[A-Za-z_][\w.]{0,40}(?:<[\w, ]{0,40}>)?\(\s{0,20}(?=[[{])|(?:\[\d{0,4}\]|map\[\w{1,20}\]|new \w{1,20}\[\d{0,4}\]\s?)[\w.*]{0,40}(?:\{\})?\s?(?=\{)|%[wiWI](?=[[(])|[A-Za-z_][\w.]{0,40}(?:<[\w, ]{0,40}>|\[[\w, ]{0,40}\]){0,2}\s?=\s?(?=[[{(])/y;
/** tolerate: tags of YAML before a value — !!int 4720 */
export const valueTag = /!{1,2}[A-Za-z][\w:/.-]{0,60}\s{1,10}/y;
/** tolerate: the code behind the word for what became of a message — Status: Failed (4720) */
export const codeBehind = codePattern(/(?<= )\(CODE\)/y);
export const numberList = codePattern(/NUMBER(?:[,:]NUMBER)+(?=[\s;#]|$)/y);
export const wholeNumber = codePattern(/^NUMBER$/);
/** What is said of one of several numbers: 5600 (12 messages), 5620 (3 messages) */
export const remarkInList = /\s?\([^()\n]{1,40}\)(?=,\s\d)/y;
export const typedText =
  /(?:string|str|text|bytes)\(\d+\)\s*(?=")|(?:array|object|struct)\([\w\\]{0,60}\)(?:#\d+ ?\(\d+\))?\s*(?=\{)/y;
export const printedType = /(?:Array|[\w\\]{1,60} Object)\s{1,80}(?=\()/y;
export const doubledStart = /"\s*[[{][[{\s]{0,20}""[A-Za-z_]/y;
export const tagPattern =
  /<(\/?)([A-Za-z_][\w.:-]{0,60})((?:\s+[\w.:-]{1,60}\s*=\s*(?:"(?:[^"\\<>]|\\.){0,4000}"|'[^'<>]{0,4000}'))*)\s*(\/?)>/y;
export const attributePattern = /([\w.:-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/g;
export const presentational =
  /^(?:html|head|body|div|span|p|b|i|u|em|strong|code|pre|tt|kbd|samp|br|hr|a|img|ul|ol|li|dl|dt|dd|table|tbody|thead|tfoot|tr|td|th|h[1-6]|script|style|font|small|big|blockquote|mark|del|ins|s|strike|sup|sub|section|article|main|nav|label|input|button|form|svg|title|meta|link|center|details|summary|figure|time)$/;

/** The value of an attribute of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const match of attributes.matchAll(attributePattern))
    if (match[1]!.toLowerCase() === name) return match[2] ?? match[3];
  return undefined;
}
