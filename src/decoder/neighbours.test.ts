import { expect, test } from 'vitest';
import { realData } from './example-data.ts';
import { leavesCode } from './neighbours.ts';
import { speaksOfMessaging } from './topic.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Asks for the first number of four or five digits in the line. */
function asks(line: string): boolean {
  const match = /(?<!\d)\d{4,5}(?!\d)/.exec(line);
  if (!match) throw new Error(`no number in ${line}`);
  const isOnTopic = () => speaksOfMessaging(line);
  const topic = { isLineOnTopic: isOnTopic, isOnTopic, speaks: speaksOfMessaging };
  return leavesCode(line, match.index, match.index + match[0].length, vocabularyOf(realData).digits, topic);
}

test.each([
  '4720 keeps coming back',
  'we are getting 4770 again',
  'carrier confirmed 4775.',
  'lots of 4720s',
  'a 4770-type rejection',
  '4781 (AT&T)',
])('%s leaves it a code', (line) => expect(asks(line)).toBe(true));

test.each([
  '4720 messages sent',
  'room 4475',
  'port 4720',
  '4720 Main Street',
  '[4720]: started',
  '4432 4770 1234',
  '4750 failures',
])('%s makes it something else', (line) => expect(asks(line)).toBe(false));
