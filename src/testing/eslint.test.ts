import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root, overrideConfigFile: resolve(import.meta.dirname, 'eslint.config.mjs') });

/** The rules that a text breaks as the content of a file of ours. */
async function brokenIn(text: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: resolve(root, file) });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const script = 'src/components/browser/element.ts';
const component = 'src/components/icons/Icon.astro';

const markup: [string, string][] = [
  ['element.innerHTML = data;', 'no-unsanitized/property'],
  ["element.insertAdjacentHTML('beforeend', data);", 'no-unsanitized/method'],
  ['document.write(data);', 'no-unsanitized/method'],
  ["element['innerHTML'] = data;", 'no-restricted-syntax'],
  ['element[`outerHTML`] = data;', 'no-restricted-syntax'],
  ["element['insertAdjacentHTML']('beforeend', data);", 'no-restricted-syntax'],
  ['Object.assign(element, { innerHTML: data });', 'no-restricted-syntax'],
  ["Object.assign(element, { 'outerHTML': data });", 'no-restricted-syntax'],
  ["Reflect.set(element, 'innerHTML', data);", 'no-restricted-syntax'],
  ['frame.srcdoc = data;', 'no-restricted-syntax'],
  ["frame['srcdoc'] = data;", 'no-restricted-syntax'],
  ["frame.setAttribute('srcdoc', data);", 'no-restricted-syntax'],
  ["new DOMParser().parseFromString(data, 'text/html');", 'no-restricted-syntax'],
  ["new window.DOMParser().parseFromString(data, 'text/html');", 'no-restricted-syntax'],
  ['Document.parseHTMLUnsafe(data);', 'no-restricted-syntax'],
  ['document.createRange().createContextualFragment(data);', 'no-unsanitized/method'],
  ['element.setHTMLUnsafe(data);', 'no-unsanitized/method'],
];

test.each(markup)('text never becomes markup: %s', async (statement, rule) => {
  const text = `export function show(element: Element, frame: HTMLIFrameElement, data: string): void {\n  element.id = frame.id = data;\n  ${statement}\n}\n`;
  expect(await brokenIn(text, script)).toContain(rule);
});

describe.each(['<script>', '<script is:inline>', '<script is:inline type="module" async {...props}>'])(
  'text never becomes markup in a %s of a component',
  (tag) => {
    test.each([...markup, ['p.innerHTML = location.hash;', 'no-unsanitized/property']])(
      '%s',
      async (statement, rule) => {
        expect(
          await brokenIn(`---\nconst props = {};\n---\n\n${tag}\n  ${statement}\n</script>\n`, component),
        ).toContain(rule);
      },
    );

    test('other statements are allowed', async () => {
      const text = `---\nconst props = {};\n---\n\n${tag}\n  element.textContent = data;\n</script>\n`;
      expect(await brokenIn(text, component)).toEqual([]);
    });
  },
);

test.each([
  '<div innerHTML={x} />',
  '<iframe srcdoc={x} />',
  '<iframe SrcDoc={x} />',
  '<div outerHTML={x}></div>',
  '<div innerHTML=`a ${x}` />',
  '<iframe {...{ srcdoc: x }} />',
])('an attribute of a component never becomes markup: %s', async (element) => {
  expect(await brokenIn(`---\nconst x = Astro.url.hash;\n---\n\n${element}\n`, component)).toEqual([
    'no-restricted-syntax',
  ]);
});

test('reading markup is allowed, and so are properties of other names', async () => {
  const text =
    "export function read(element: HTMLElement, name: string): string {\n  element['title'] = Object.assign({}, { name }).name;\n  return element.outerHTML;\n}\n";
  expect(await brokenIn(text, script)).toEqual([]);
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
