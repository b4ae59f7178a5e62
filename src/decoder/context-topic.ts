import { leavesCode } from './neighbours.ts';
import { speaks, speaksOfMessages, type Context } from './text-context.ts';

/** Whether the words around a number leave it a code, in this line or after what the lines before spoke of. */
export function mayBeCode(context: Context, start: number, end: number): boolean {
  const { line, reading } = context;
  return leavesCode(line, start, end, reading.vocabulary.digits, {
    speaks: (word) => speaksOfMessages(word, reading),
    isLineOnTopic: () => isOnTopic(context),
    isOnTopic: () =>
      isOnTopic(context) || reading.recentLines.some((recent) => (recent.isOnTopic ??= speaks(recent.text, reading))),
  });
}

/** Whether the line speaks of messages; what a log says of its own line does not. */
function isOnTopic(context: Context): boolean {
  const { line, isLog, reading } = context;
  return (context.isOnTopic ??= speaks(isLog ? line.replace(level, '') : line, reading));
}

const level = /\b(?:ERR(?:OR)?|FATAL)\b|\[error\]/g;
