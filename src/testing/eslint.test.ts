import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: resolve(import.meta.dirname, 'eslint.config.mjs') });

/** The rules that a text breaks as the content of a file of ours. */
async function brokenIn(text: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, file) });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const script = 'src/components/browser/element.ts';
const component = 'src/components/icons/Icon.astro';

test.each([
  ['element.innerHTML = data;', 'no-unsanitized/property'],
  ["element.insertAdjacentHTML('beforeend', data);", 'no-unsanitized/method'],
  ['document.write(data);', 'no-unsanitized/method'],
])('text never becomes markup: %s', async (statement, rule) => {
  const text = `export function show(element: Element, data: string): void {\n  element.id = data;\n  ${statement}\n}\n`;
  expect(await brokenIn(text, script)).toContain(rule);
});

test('a component that makes markup of text has to say why it may', async () => {
  const text = '---\nconst { data } = Astro.props;\n---\n\n<p set:html={data} />\n';
  expect(await brokenIn(text, component)).toEqual(['astro/no-set-html-directive']);
  expect(await brokenIn(text.replace(' set:html={data} />', '>{data}</p>'), component)).toEqual([]);
});

test('an exception that excepts nothing is a mistake', async () => {
  const text = '/* eslint-disable no-unsanitized/property */\nexport const one = 1;\n';
  expect(await brokenIn(text, script)).toEqual([null]);
});
