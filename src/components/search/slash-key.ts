const key = 'undelivered-slash';

/** Whether `/` opens search. One-key shortcuts must have a switch (WCAG 2.1.4); it is on until somebody turns it off. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function setSlash(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Without storage the switch holds until the page is left.
  }
}
