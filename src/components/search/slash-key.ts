import { keep, readKept } from '../browser/storage.ts';

const key = 'undelivered-slash';

/** Whether `/` opens search. One-key shortcuts must have a switch (WCAG 2.1.4); it is on until somebody turns it off. */
export const isSlashOn = (): boolean => readKept('device', key) !== 'off';

/** Without storage the switch holds until the page is left. */
export const setSlash = (isOn: boolean): void => keep('device', key, isOn ? undefined : 'off');
