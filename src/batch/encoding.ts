/** Bytes by which the encoding is told. */
export const headLength = 64;

/** By the mark, else by zeros: in UTF-16 every other byte of the letters that logs and tables are made of is one. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) evenZeros += 1;
    if (head[index + 1] === 0) oddZeros += 1;
  }
  const isMost = (zeros: number) => pairs > 0 && zeros > pairs / 2;
  if (isMost(oddZeros) && evenZeros === 0) return 'utf-16le';
  return isMost(evenZeros) && oddZeros === 0 ? 'utf-16be' : 'utf-8';
}
