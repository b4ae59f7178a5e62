import { existsSync } from 'node:fs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * Path of a Chrome that can run the browser tests: the one CHROME_PATH names, else an installed one, else the one
 * that @sparticuz/chromium brings (Linux x64). `CHROME_PATH=bundled` asks for the last.
 */
export async function findChrome(): Promise<string> {
  const wanted = process.env['CHROME_PATH'];
  if (wanted && wanted !== 'bundled') return wanted;
  const found = wanted ? undefined : installed.find((path) => existsSync(path));
  if (found) return found;
  // The package unpacks the system libraries it brings only where it believes to run on AWS Lambda; it looks on import.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}

/** Arguments for Chrome: no sandbox, since containers rarely have one, and no connections of its own. */
export const chromeArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
