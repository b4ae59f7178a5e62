import type { Progress } from './protocol.ts';

/** `312 MB of 1.0 GB, 85 MB/s, 9 s left`. Rate and rest are left out in the first half second, when they mean nothing. */
export function progressWords({ read, total }: Progress, elapsed: number): string {
  const known = `${size(read)} of ${size(total)}`;
  if (elapsed < 500 || read === 0) return known;
  const rate = read / (elapsed / 1000);
  return `${known}, ${size(rate)}/s, ${duration((total - read) / rate)} left`;
}

/** `640 KB`, `1.2 GB`: decimal, as file managers count. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} bytes`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1000;
  let unit = 0;
  for (; value >= 999.5 && unit < units.length - 1; unit += 1) value /= 1000;
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;
