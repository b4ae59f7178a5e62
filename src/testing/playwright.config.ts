import { defineConfig } from '@playwright/test';
import { chromeArguments, findChrome } from './browser/chrome.ts';

// Workers read this file again; they take the path that was found first.
process.env['CHROME_PATH'] = await findChrome();

// Several checkouts can be tested at once, each on its own port.
const port = Number(process.env['TEST_PORT'] ?? 4399);

export default defineConfig({
  testDir: '..',
  testMatch: '**/*.browser.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  // A browser on a busy machine may miss every limit of time once, so a test that fails gets one more try. What passes only
  // then is listed as flaky, and is to be looked into: a race that is lost every other time shows nowhere else.
  retries: 1,
  // Axe reads every element of the long tables; a busy machine takes its time over that.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: process.env['CI'] ? 'line' : 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: process.env['CHROME_PATH'], args: chromeArguments },
  },
  webServer: {
    // As deployed: with the headers of the build, which the preview of Astro does not send.
    command: `"${process.execPath}" src/testing/serve-site.node.ts ${port}`,
    cwd: '../..',
    port,
    reuseExistingServer: false,
  },
});
