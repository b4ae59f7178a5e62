/** Headers for the paths that a pattern fits. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file: a path, with `*` for anything, and under it, indented, the headers of what fits. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value.trim()]);
    else rules.push({ pattern: new RegExp(`^${line.trim().split('*').map(RegExp.escape).join('.*')}$`), headers: [] });
  }
  return rules;
}

/** The headers of all rules that fit a path, later ones last. */
export const headersFor = (rules: readonly HeaderRule[], path: string): (readonly [name: string, value: string])[] =>
  rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers);
