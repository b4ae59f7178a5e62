import type { Responsible, Stopped } from '#schema';
import type { Code } from '#catalog';
import { moveWords } from '../wording.ts';

/** A station of the route line: its name, what it did, and how the line is drawn there. */
export interface Station {
  readonly name: string;
  readonly deed: string;
  /** `passed` before the break, `stop` at it, `past` after it. */
  readonly state: 'passed' | 'stop' | 'past';
}

/** The line back from the break to whoever must act. */
export interface Move {
  readonly responsible: Responsible;
  readonly words: string;
  /** Station at the left end of the line, and how many stations it spans; 0 where the move is at the break itself. */
  readonly start: number;
  readonly span: number;
  /** Whether the one who must act stands further on than the break. */
  readonly onward: boolean;
}

export interface RouteLine {
  readonly stations: readonly Station[];
  readonly stop: number;
  /** False where nobody knows where the message stopped. The break then stands at the carrier, open. */
  readonly known: boolean;
  readonly move: Move;
}

const places: Readonly<Record<Stopped, number>> = { sender: 0, provider: 1, carrier: 2, handset: 3, unknown: 2 };
const actors: Readonly<Record<Exclude<Responsible, 'unknown'>, number>> = {
  sender: 0,
  provider: 1,
  carrier: 2,
  recipient: 3,
};
const passing = ['sent it', 'passed it on', 'passed it on', 'took it'];

/** The way of a message that failed with this code. */
export function routeLine(code: Code): RouteLine {
  const { stopped, responsible, set } = code;
  const stop = places[stopped.value];
  const known = stopped.value !== 'unknown';
  const stations = set.file.stations.map((name, index): Station => {
    if (index < stop) return { name, deed: passing[index] ?? '', state: 'passed' };
    if (index > stop) return { name, deed: known ? 'never reached' : 'may have it', state: 'past' };
    return { name, deed: deedAtBreak(code), state: 'stop' };
  });
  return { stations, stop, known, move: moveFrom(stop, responsible.value) };
}

function deedAtBreak({ stopped, responsible, set }: Code): string {
  if (stopped.value === 'unknown') return 'gave no sign';
  const own = set.file.deeds?.[stopped.value];
  if (own !== undefined) return own;
  if (stopped.value === 'sender') return 'never left';
  if (stopped.value === 'provider') return responsible.value === 'provider' ? 'failed' : 'refused it';
  if (stopped.value === 'handset') return 'did not take it';
  if (responsible.value === 'carrier') return 'could not take it';
  return responsible.value === 'recipient' ? 'could not reach' : 'refused it';
}

function moveFrom(stop: number, responsible: Responsible): Move {
  const words = moveWords(responsible);
  const actor = responsible === 'unknown' ? stop : actors[responsible];
  return { responsible, words, start: Math.min(stop, actor), span: Math.abs(actor - stop), onward: actor > stop };
}
