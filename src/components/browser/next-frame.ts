/**
 * Resolves after the next frame is drawn: what is made between two of them costs the browser one frame's layout. In a
 * tab that nobody sees, which draws nothing, it resolves as well.
 */
export const nextFrame = (): Promise<void> =>
  new Promise((resume) => {
    const fallback = setTimeout(resume, document.hidden ? 0 : longestFrame);
    requestAnimationFrame(() => {
      clearTimeout(fallback);
      setTimeout(resume);
    });
  });

/** Milliseconds. A busy machine takes long for a frame, and to work on before it is drawn makes the next one longer. */
const longestFrame = 1000;
