import { expect, test } from 'vitest';
import { checkPaths, reportOfLacking } from './published-paths.ts';

const published = ['/bandwidth/4775/', '/bandwidth/4798/'];

test('an address that is gone is lost, unless a redirect leads on from it', () => {
  expect(checkPaths(published, ['/bandwidth/4775/'], {}).lost).toEqual(['/bandwidth/4798/']);
  expect(checkPaths(published, ['/bandwidth/4775/'], { '/bandwidth/4798/': '/bandwidth/4775/' }).lost).toEqual([]);
});

test('a new address is no mistake, and is told', () => {
  expect(checkPaths(published, [...published, '/bandwidth/4799/'], {})).toEqual({
    lost: [],
    added: ['/bandwidth/4799/'],
    astray: [],
  });
});

test('a redirect to a page that is not there is told', () => {
  expect(checkPaths([], ['/bird/'], { '/old/': '/bird/#families', '/older/': '/gone/' }).astray).toEqual(['/older/']);
});

test('the weekly check fails where the list lacks an address, names it and says what to do', () => {
  expect(reportOfLacking([]).exitCode).toBe(0);
  const { text, exitCode } = reportOfLacking(['/bandwidth/4799/']);
  expect(exitCode).toBe(1);
  expect(text).toContain('- /bandwidth/4799/');
  expect(text).toContain('npm run published-paths');
});
