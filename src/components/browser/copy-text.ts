/** Puts text on the clipboard; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What labels said before they were made to answer, while they do. */
const answering = new WeakMap<
  object,
  { readonly words: string | null; readonly timer: ReturnType<typeof setTimeout> }
>();

/** Answers a press with a word on the button itself, for two seconds from the last press on. */
export function answerBriefly(label: Pick<Node, 'textContent'>, words: string): void {
  const earlier = answering.get(label);
  clearTimeout(earlier?.timer);
  const before = earlier ? earlier.words : label.textContent;
  const timer = setTimeout(() => {
    answering.delete(label);
    label.textContent = before;
  }, 2000);
  answering.set(label, { words: before, timer });
  label.textContent = words;
}

/** Copies, and says on the label how it went. */
export const copyAndSay = async (text: string, label: Pick<Node, 'textContent'>): Promise<void> =>
  answerBriefly(label, (await copyText(text)) ? 'Copied' : 'Not allowed');
