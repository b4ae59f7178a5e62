/** Lower case without anything but letters and digits: `Error Code`, `error_code` and `errorCode` are one. */
export function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A pattern for any of these words, where no letter or digit is before them; undefined for no words. */
export function wordPattern(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const alternatives = words.map((word) => escapePattern(word)).toSorted((a, b) => b.length - a.length);
  // BandwidthAPI/v2 and bandwidth_sms name the provider too.
  return new RegExp(`(?<![A-Za-z0-9])(?:${alternatives.join('|')})(?=[^a-z0-9]|[A-Z]|$|s\\b|api|sms|v\\d)`, 'iu');
}

/** As `wordPattern`, where nothing may be joined to the word. */
export function wholeWords(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.map(escapePattern).join('|')})(?![\\p{L}\\p{N}_])`, 'iu');
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A function that remembers its answers: a file has few different statuses and many rows. */
export function remembering<Answer>(answer: (value: string) => Answer): (value: string) => Answer {
  const known = new Map<string, Answer>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined || known.has(value)) return before as Answer;
    const found = answer(value);
    if (known.size < 300) known.set(value, found);
    return found;
  };
}
