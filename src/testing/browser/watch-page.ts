import type { Page } from '@playwright/test';

/** What must not happen on any page, in the order in which it happened. Call it before the page is opened. */
export async function watchPage(page: Page): Promise<string[]> {
  const incidents: string[] = [];
  page.on('pageerror', (error) => incidents.push(`script error: ${error}`));
  page.on('console', (message) => {
    // A page that is not there is answered with 404, which the browser writes down as an error; a file of a page must be there.
    const isMissingPage = /status of 404/.test(message.text()) && message.location().url === page.url();
    if (message.type() === 'error' && !isMissingPage)
      incidents.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('requestfailed', (request) => {
    // The next page was opened before this one had everything.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') incidents.push(`request failed: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!/^(data|blob):$/.test(protocol) && hostname !== 'localhost') incidents.push(`request to ${request.url()}`);
  });
  await page.exposeFunction('reportIncident', (words: string) => incidents.push(words));
  await page.addInitScript(() => {
    const report = (globalThis as unknown as { reportIncident: (words: string) => void }).reportIncident;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      report(`content security policy: ${violatedDirective} refused ${blockedURI} in ${sourceFile}`),
    );
  });
  return incidents;
}
