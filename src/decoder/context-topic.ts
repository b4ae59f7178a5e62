import { leavesCode } from './neighbours.ts';
import { speaks, type Context } from './text-context.ts';

/** Whether the words around a number leave it a code, in this line or after what the lines before spoke of. */
export function mayBeCode(context: Context, start: number, end: number): boolean {
  const { line, reading } = context;
  return leavesCode(line, start, end, {
    isLineOnTopic: () => (context.isOnTopic ??= speaks(line, reading)),
    isOnTopic: () =>
      (context.isOnTopic ??= speaks(line, reading)) ||
      reading.recentLines.some((recent) => (recent.isOnTopic ??= speaks(recent.text, reading))),
  });
}
