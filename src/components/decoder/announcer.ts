const afterQuiet = 800;

/** Tells those who listen, once things have settled: what comes within the pause replaces what was to be said. */
export function createAnnouncer(region: HTMLElement): (words: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (words) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (region.textContent = words), words === '' ? 0 : afterQuiet);
  };
}
