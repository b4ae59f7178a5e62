/*
 * Workers for the browser, as text: they do the bare work that the decoder is held against. A file goes in, the
 * milliseconds of the work come out; reading the file is not counted.
 */

/** JSON.parse, line by line. */
export const jsonParseWorker = `
onmessage = async ({ data: file }) => {
  const lines = (await file.text()).split('\\n').filter((line) => line !== '');
  let kept = 0;
  const begin = performance.now();
  for (const line of lines) kept += typeof JSON.parse(line) === 'object' ? 1 : 0;
  postMessage({ milliseconds: performance.now() - begin, kept });
};
`;

/** Papa Parse over the whole table. */
export const tableParseWorker = `
importScripts('/bench/papaparse.js');
onmessage = async ({ data: file }) => {
  const text = await file.text();
  const begin = performance.now();
  const { data } = Papa.parse(text);
  postMessage({ milliseconds: performance.now() - begin, kept: data.length });
};
`;
