/**
 * Resolves after the next frame is drawn: what is made between two of them costs the browser one frame's layout. In a
 * tab that draws nothing it resolves as well.
 */
export const nextFrame = (): Promise<void> =>
  new Promise((resume) => {
    const fallback = setTimeout(resume, 200);
    requestAnimationFrame(() => {
      clearTimeout(fallback);
      setTimeout(resume);
    });
  });
