import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string }
  | Asked;

/** Something to answer. */
export interface Asked {
  /** `explain`: operands are codes and texts. `any`: they may be files; without any, standard input is read. */
  readonly kind: 'explain' | 'any';
  readonly operands: readonly string[];
  readonly content: 'codes' | 'summary' | 'messages';
  readonly format: 'text' | 'json' | 'csv';
}

const options = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  summary: { type: 'boolean' },
  messages: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

/** Reads the arguments after the program's name. */
export function readArguments(given: readonly string[]): Request {
  let parsed;
  try {
    parsed = parseArgs({ args: [...given], options, allowPositionals: true });
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error) };
  }
  const { json, csv, summary, messages, ...rest } = parsed.values;
  if (rest.help) return { kind: 'help' };
  if (rest.version) return { kind: 'version' };
  if (json && csv) return { kind: 'wrong', message: '--json and --csv exclude each other' };
  if (summary && messages) return { kind: 'wrong', message: '--summary and --messages exclude each other' };
  if (summary && csv) return { kind: 'wrong', message: '--summary is text or JSON; --csv alone is the table of codes' };

  const [first, ...others] = parsed.positionals;
  const isExplain = first === 'explain';
  const operands = isExplain ? others : parsed.positionals;
  if (isExplain && operands.length === 0) return { kind: 'wrong', message: 'explain needs a code, a name or a text' };
  if (isExplain && (summary || messages))
    return { kind: 'wrong', message: '--summary and --messages are for input, not for explain' };
  return {
    kind: isExplain ? 'explain' : 'any',
    operands,
    content: summary ? 'summary' : messages ? 'messages' : 'codes',
    format: json ? 'json' : csv ? 'csv' : 'text',
  };
}
