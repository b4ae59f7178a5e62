import { expect, test } from 'vitest';
import { inlineHtml, plainText, splitStep } from './inline-text.ts';

test('markup in data stays text; only code marks become elements', () => {
  expect(inlineHtml('Read `errorCode` & <b>stop</b>')).toBe(
    'Read <code>errorCode</code> &amp; &lt;b&gt;stop&lt;/b&gt;',
  );
  expect(inlineHtml('`<script>`')).toBe('<code>&lt;script&gt;</code>');
  expect(plainText('Read `errorCode`.')).toBe('Read errorCode.');
});

test('a step is split after its first sentence', () => {
  expect(splitStep('Take the number off. Drop the rest.')).toEqual(['Take the number off.', 'Drop the rest.']);
  expect(splitStep('Read failure.code in the body.')).toEqual(['Read failure.code in the body.', '']);
});
