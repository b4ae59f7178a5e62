import { resolve } from 'node:path';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import tseslint from 'typescript-eslint';

/** Properties whose value a browser reads as markup. */
const markupProperty = '/^(?:innerHTML|outerHTML|srcdoc)$/';

/** Those, and the methods that read a text as markup. */
const markupMember =
  '/^(?:innerHTML|outerHTML|srcdoc|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)$/';

const message = 'What people paste must never become markup: make elements, and give them their text by textContent.';

/** Ways for text to become markup that `no-unsanitized` does not know. */
const waysToMarkup = [
  `MemberExpression[computed=true][property.value=${markupMember}]`,
  `MemberExpression[computed=true] > TemplateLiteral.property > TemplateElement[value.cooked=${markupMember}]`,
  'AssignmentExpression > MemberExpression.left[property.name="srcdoc"]',
  // Object.assign(element, { innerHTML }), and attributes that are spread.
  `ObjectExpression > Property[key.name=${markupProperty}]`,
  `ObjectExpression > Property[key.value=${markupProperty}]`,
  // Reflect.set(element, 'innerHTML', text), frame.setAttribute('srcdoc', text)
  `CallExpression[callee.property.name=/^(?:set|setAttribute|setAttributeNS)$/] > Literal[value=${markupProperty}]`,
  'NewExpression[callee.name="DOMParser"]',
  'NewExpression[callee.property.name="DOMParser"]',
  'CallExpression[callee.property.name="parseHTMLUnsafe"]',
  // The names of attributes have no case.
  `JSXOpeningElement > [name.name=${markupProperty}i]`,
].map((selector) => ({ selector, message }));

/** Rules that find mistakes. How code looks is Prettier's affair; who may import whom is `architecture.test.ts`. */
export default defineConfig(
  { ignores: ['**/*.d.ts'] },
  // No innerHTML, no document.write with anything but a constant: what people paste must never become markup.
  noUnsanitized.configs.recommended,
  { rules: { 'no-restricted-syntax': ['error', ...waysToMarkup] } },
  astro.configs.recommended,
  // The one way for text to become markup that is open; each use says why its text is ours.
  { files: ['**/*.astro'], rules: { 'astro/no-set-html-directive': 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: resolve(import.meta.dirname, '../..') },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // `!` says that an index is inside its array, where the loop around it knows and the compiler cannot.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // It takes a flag that a callback sets for a constant.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Codes are ASCII, and a method without `await` keeps the promise of its interface.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // Tests import what they have just built, and expectations have no type.
      'no-unsanitized/method': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The scripts of components, which are files of their own here. No project of TypeScript knows them: with rules that
    // ask for types each would end in an error without a line, which the plugin drops, and nothing would be checked.
    files: ['**/*.astro/*.ts', '**/*.astro/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
