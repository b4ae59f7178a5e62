import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { Family } from '#schema';
import { codeTemplate } from './code-template.ts';

const given = { code: '4799', today: '2026-11-24', causes: ['no-route', 'routing-loop'] };
const family = { id: '47xx', heading: 'Carrier rejected it' } as Family;

test('the template is YAML with the code and the day filled in', () => {
  const template = load(codeTemplate({ ...given, family })) as Record<string, unknown>;
  expect(template['checked']).toBe('2026-11-24');
  expect(JSON.stringify(template)).toContain('table row 4799');
});

test('a family is asked for only where the digits do not say it', () => {
  expect(codeTemplate({ ...given, family })).not.toMatch(/^family:/m);
  expect(codeTemplate({ ...given, family: undefined })).toMatch(/^family:/m);
});
