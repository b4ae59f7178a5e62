import { expect, test } from 'vitest';
import { exampleCatalog, exampleCode } from '../example-catalog.ts';
import { routeLine } from './route-line.ts';

const lineOf = (entry: Record<string, unknown>) =>
  routeLine(exampleCode(exampleCatalog({ 'acme/codes/4701.yaml': entry })));
const statesOf = (entry: Record<string, unknown>) => lineOf(entry).stations.map(({ state }) => state);

test('the track is drawn up to the station where the message stopped', () => {
  expect(statesOf({ stopped: 'provider' })).toEqual(['passed', 'stop', 'past', 'past']);
  expect(statesOf({ stopped: 'handset' })).toEqual(['passed', 'passed', 'passed', 'stop']);
});

test('where nobody knows the place, the break is open and the handset may have it', () => {
  const { known, stop, stations } = lineOf({ stopped: 'unknown' });
  expect(known).toBe(false);
  expect(stop).toBe(2);
  expect(stations[3]?.deed).toBe('may have it');
});

test('the line goes back to whoever must move, or on to the recipient', () => {
  expect(lineOf({ stopped: 'carrier', responsible: 'sender' }).move).toMatchObject({
    start: 0,
    span: 2,
    onward: false,
  });
  expect(lineOf({ stopped: 'carrier', responsible: 'recipient' }).move).toMatchObject({
    start: 2,
    span: 1,
    onward: true,
  });
  expect(lineOf({ stopped: 'carrier', responsible: 'carrier' }).move).toMatchObject({ start: 2, span: 0 });
  expect(lineOf({ responsible: 'unknown' }).move).toMatchObject({ span: 0, words: 'move not known' });
});

test('a set may name what its stations do', () => {
  const catalog = exampleCatalog({ 'acme/set.yaml': { deeds: { carrier: 'bounced it' } } });
  expect(routeLine(exampleCode(catalog)).stations[2]).toMatchObject({ name: 'Carrier', deed: 'bounced it' });
});
