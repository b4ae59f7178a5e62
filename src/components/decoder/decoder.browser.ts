import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { findViolationsEverywhere, installAxe } from '../../testing/browser/accessibility.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'What you got' });
const report = (page: Page) => page.locator('[data-decoder-report]');
const findings = (page: Page) => page.locator('[data-finding]');

/** Opens the decoder and waits until it has loaded all it needs. */
async function open(page: Page, path = '/decode/'): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-decoder-report][aria-busy="false"]:not([data-status="empty"])')).toBeAttached();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#paste').fill(text);
  await settled(page);
}

/** Puts text on the clipboard by way of a paste event, as the browser does. */
const pasteEvent = (page: Page, text: string) =>
  page.locator('#paste').evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const callback =
  '[{"type":"message-failed","errorCode":4720,"description":"invalid-destination-address","to":"+12025550142","message":{"id":"a1"}}]';
const birdMessage =
  '{"status":"delivery_failed","failure":{"code":15005,"source":{"name":"sms-messagebird","code":"1"}}}';
const log = [
  '2026-11-21T22:14:07Z WARN errorCode=4720 to=+15555550142',
  '2026-11-21T22:14:09Z WARN errorCode=4720 to=+15555550177',
  '2026-11-21T22:15:31Z WARN errorCode=4788 to=+15555550118',
].join('\n');

const csv = (rows: number) =>
  `sent_at,to,status,error_code\n${Array.from({ length: rows }, (_, row) => `2026-11-21T20:00:00Z,+1202555${1000 + (row % 50)},failed,${['4775', '4770', '9902'][row % 3]}`).join('\n')}\n`;

test.describe('the report', () => {
  for (const path of ['/', '/decode/']) {
    test(`shows each finding on ${path} by the hooks of the contract`, async ({ page }) => {
      await open(page, path);
      await expect(report(page)).toHaveAttribute('data-status', 'empty');
      await paste(page, log);
      await expect(report(page)).toHaveAttribute('data-status', 'found');
      const [first, second] = [findings(page).nth(0), findings(page).nth(1)];
      await expect(first).toHaveAttribute('data-set', 'bandwidth');
      await expect(first).toHaveAttribute('data-code', '4720');
      await expect(first).toHaveAttribute('data-known', 'true');
      await expect(first).toHaveAttribute('data-count', '2');
      await expect(second).toHaveAttribute('data-code', '4788');
      await expect(second).toHaveAttribute('data-known', 'false');
      await expect(second).toContainText('No published meaning');
      await expect(first.getByRole('link').first()).toHaveAttribute('href', '/bandwidth/4720/');
    });
  }

  test('explains a source code inside its finding', async ({ page }) => {
    await open(page);
    await paste(page, birdMessage);
    await expect(findings(page)).toHaveCount(1);
    await expect(findings(page)).toHaveAttribute('data-source-name', 'sms-messagebird');
    await expect(findings(page)).toHaveAttribute('data-source-code', '1');
    await expect(findings(page).getByRole('link', { name: 'Nobody has this number' })).toHaveAttribute(
      'href',
      '/bird-sms/1/',
    );
  });

  test('a pattern is one finding, its codes are links', async ({ page }) => {
    await open(page);
    await paste(page, '47xx');
    await expect(findings(page)).toHaveCount(1);
    await expect(findings(page)).toHaveAttribute('data-code', '47xx');
    await expect(findings(page).getByRole('link', { name: '4775' })).toHaveAttribute('href', '/bandwidth/4775/');
  });

  test('text that is used for a code is a suggestion and no finding', async ({ page }) => {
    await open(page);
    await paste(page, '{"type":"message-failed","description":"destination-spam-detected","to":"+12025550142"}');
    await expect(report(page)).toHaveAttribute('data-status', 'none');
    await expect(page.locator('[data-suggestion]')).toContainText('4770');
  });

  test('nothing found is said calmly, with examples that work', async ({ page }) => {
    await open(page);
    await paste(page, 'Your table for two is booked.');
    await expect(report(page)).toHaveAttribute('data-status', 'none');
    await expect(report(page)).toContainText('Nothing found.');
    await report(page)
      .getByRole('button', { name: /callback/ })
      .click();
    await expect(findings(page)).toHaveCount(1);
  });

  test('the examples beside the field work', async ({ page }) => {
    await open(page, '/');
    for (const example of await page.locator('[data-examples] button').all()) {
      await example.click();
      await settled(page);
      await expect(findings(page)).toHaveCount(1);
      await expect(findings(page)).toHaveAttribute('data-known', 'true');
    }
  });

  test('codes of a link are shown, and input takes their place', async ({ page }) => {
    await open(page, '/decode/#codes=bandwidth:4775,bird:15016,bandwidth:4788,nobody:1');
    await expect(findings(page)).toHaveCount(3);
    await expect(findings(page).nth(1)).toHaveAttribute('data-code', '15016');
    await paste(page, '4720');
    await expect(findings(page)).toHaveCount(1);
  });
});

test.describe('evidence', () => {
  test('a line of a finding selects its place in the field, and the caret there marks the finding', async ({
    page,
  }) => {
    await open(page);
    await paste(page, `${'x\n'.repeat(200)}${log}`);
    await page.getByRole('button', { name: 'Show line 203 in the field' }).click();
    const selected = await page.locator('#paste').evaluate((element: HTMLTextAreaElement) => ({
      text: element.value.slice(element.selectionStart, element.selectionEnd),
      isScrolled: element.scrollTop > 0,
    }));
    expect(selected).toEqual({ text: '4788', isScrolled: true });
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-finding][aria-current="true"]')).toHaveAttribute('data-code', '4788');
  });

  test('layers that were opened are named', async ({ page }) => {
    await open(page);
    await paste(page, JSON.stringify({ body: Buffer.from(callback).toString('base64') }));
    await expect(findings(page)).toContainText('base64');
  });
});

test.describe('manners', () => {
  test('typing is decoded as it goes and keeps the caret', async ({ page }) => {
    await open(page);
    await field(page).click();
    await page.keyboard.type('error 4720');
    await settled(page);
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('4775 ');
    await expect(findings(page)).toHaveCount(2);
    expect(await page.locator('#paste').evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(
      'error 4775 '.length,
    );
    await expect(field(page)).toBeFocused();
  });

  test('Escape clears and undo brings it back', async ({ page }) => {
    await open(page);
    await field(page).click();
    await page.keyboard.insertText('4720');
    await settled(page);
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
    await expect(report(page)).toHaveAttribute('data-status', 'empty');
    await page.keyboard.press('Control+z');
    await expect(field(page)).toHaveValue('4720');
    await expect(findings(page)).toHaveCount(1);
  });

  test('the result is announced once things have settled, not with each key', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(document.querySelector('[data-announce]')?.textContent ?? '')).observe(
        document.querySelector('[data-announce]')!,
        { childList: true },
      );
    });
    await field(page).click();
    await page.keyboard.type('4720 4775 4770');
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter(Boolean));
    await expect.poll(async () => (await said()).at(-1)).toBe('3 codes, all from Bandwidth.');
    expect((await said()).length).toBeLessThanOrEqual(3);
  });

  test('the first finding is in view on a phone', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    for (const path of ['/', '/decode/']) {
      await open(page, path);
      await paste(page, callback);
      await expect(findings(page).getByRole('heading')).toBeInViewport();
    }
    await context.close();
  });

  test('everything can be reached by keys', async ({ page }) => {
    await open(page);
    await paste(page, callback);
    await page.locator('#paste').focus();
    const reached: string[] = [];
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
    }
    for (const name of [
      'Nothing you paste leaves this page.',
      'Open a file',
      'Clear',
      'line 1',
      'Copy for a ticket',
      'Copy link',
      'Print',
    ])
      expect(reached).toContain(name);
  });
});

test.describe('privacy', () => {
  test('a paste and a file cause no request, no storage, no cookie and no change of the address', async ({
    page,
    context,
  }) => {
    await open(page);
    // The copy for offline use is loaded once, when the page rests and whatever a person does. Afterwards nothing may follow,
    // of the service worker neither.
    await expect(page.locator('offline-copy')).toHaveAttribute('data-state', 'ready');
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const state = () =>
      page.evaluate(async () =>
        JSON.stringify([
          location.href,
          { ...localStorage },
          { ...sessionStorage },
          document.cookie,
          history.length,
          await indexedDB.databases(),
          await caches.keys(),
        ]),
      );
    const before = await state();
    await paste(page, log);
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(300)) });
    await expect(page.locator('.totals')).toBeVisible();
    await pasteEvent(page, csv(9000));
    await expect(page.locator('[data-facts]')).toContainText('9,000 messages');
    expect(requests).toEqual([]);
    expect(await state()).toBe(before);
    expect(await context.cookies()).toEqual([]);
  });

  test('it works with the network off', async ({ page, context }) => {
    await open(page);
    await context.setOffline(true);
    await paste(page, callback);
    await expect(findings(page)).toHaveAttribute('data-code', '4720');
  });

  test('a link holds codes only', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page);
    await paste(page, log);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /\/decode\/#codes=bandwidth:4720,bandwidth:4788$/,
    );
  });
});

test.describe('hostile input', () => {
  for (const [kind, text] of Object.entries({
    'markup in a field':
      '{"type":"message-failed","errorCode":4720,"description":"<img src=x onerror=document.title=1>","to":"<script>document.title=2</script>"}',
    'markup as a name':
      '{"status":"delivery_failed","failure":{"code":15005,"source":{"name":"<svg onload=document.title=3>","code":"<b>1</b>"}}}',
    'markup as a key': '{"<iframe srcdoc=x>":{"type":"message-failed","errorCode":4799}}',
    'keys of prototypes': '{"__proto__":{"type":"message-failed","errorCode":4720},"constructor":{"errorCode":4775}}',
  })) {
    test(`${kind} stays text`, async ({ page }) => {
      await open(page);
      const title = await page.title();
      await paste(page, text);
      await expect(report(page).locator('img, script, iframe, svg[onload]')).toHaveCount(0);
      expect(await page.title()).toBe(title);
    });
  }

  /** What becomes live if anything of it is ever read as markup, as an address or as script. */
  const attacks = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '<svg/onload=alert(1)>',
    '<iframe srcdoc="<script>parent.alert(1)</script>">',
    '<a href="javascript:alert(1)">4720</a>',
    '<style>@import url(//example.com/x.css)</style>',
    '<math><mtext></p><img src=//example.com/x onerror=alert(1)>',
    '</textarea><script>alert(1)</script>',
    "';alert(1)//",
    '{{constructor.constructor("alert(1)")()}}',
    '${alert(1)}',
    'javascript:alert(1)',
  ];

  /** Watches for anything that would show that an attack became live. */
  async function watch(page: Page): Promise<() => Promise<unknown>> {
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => seen.push(message));
    page.on('request', (request) => new URL(request.url()).hostname === 'localhost' || seen.push(request.url()));
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
        violations.push(`${violatedDirective} ${sample}`),
      );
    });
    return async () => [
      ...seen,
      ...(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)),
      ...(await report(page)
        .locator('img, script, iframe, style, math, [onload], [onerror], a[href^="javascript" i]')
        .evaluateAll((live) => live.map(({ outerHTML }) => outerHTML))),
    ];
  }

  const record = (attack: string) => ({
    type: 'message-failed',
    errorCode: 4720,
    description: attack,
    to: attack,
    [attack]: attack,
    failure: { code: 15005, source: { name: attack, code: attack } },
    error_code: attack,
  });
  const table = `to,status,error_code,"<img src=x onerror=alert(1)>"\n${attacks
    .map((attack) => `"${attack.replaceAll('"', '""')}",failed,4720,"${attack.replaceAll('"', '""')}"`)
    .join('\n')}\n`;

  test('no attack becomes live in the field, as text, JSON or table', async ({ page }) => {
    const live = await watch(page);
    await open(page);
    await paste(page, attacks.map((attack) => `errorCode=4720 ${attack}`).join('\n'));
    await paste(page, JSON.stringify(attacks.map(record)));
    await expect(findings(page).first()).toBeVisible();
    await paste(page, table);
    await expect(page.locator('[data-column] select')).toBeVisible();
    expect(await live()).toEqual([]);
  });

  test('no attack becomes live in the name or the content of a file, or in the table of failures', async ({ page }) => {
    const live = await watch(page);
    await open(page);
    await page.locator('[data-files]').setInputFiles(
      attacks.slice(0, 5).map((attack) => ({
        name: `${attack.replaceAll('/', '∕')}.csv`,
        mimeType: 'text/html',
        buffer: Buffer.from(table),
      })),
    );
    await settled(page);
    await expect(page.locator('.failures-table')).toContainText('<img src=x onerror=alert(1)>');
    expect(await live()).toEqual([]);
  });

  test('no attack becomes live in the address', async ({ page }) => {
    const live = await watch(page);
    for (const attack of attacks) {
      await page.goto('about:blank');
      await open(page, `/decode/#codes=bandwidth:4720,${encodeURIComponent(attack)}:${attack},bandwidth:${attack}`);
      await expect(findings(page)).toHaveCount(1);
    }
    expect(await live()).toEqual([]);
  });

  test('it works where the site demands trusted types', async ({ page }) => {
    const live = await watch(page);
    await page.route('**/decode/', async (route) => {
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'content-security-policy': "require-trusted-types-for 'script'; trusted-types undelivered",
      };
      await route.fulfill({ response, headers });
    });
    await open(page);
    await paste(page, callback);
    await expect(findings(page)).toHaveAttribute('data-code', '4720');
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'failed.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(90)) });
    await expect(page.locator('.failures-table tbody')).toContainText('Bandwidth');
    expect(await live()).toEqual([]);
  });

  test('1 MB of quotes does not hold the page up', async ({ page }) => {
    await open(page);
    await pasteEvent(page, '"'.repeat(1_000_000));
    await settled(page);
    await expect(report(page)).toHaveAttribute('data-status', 'none');
  });
});

test.describe('files', () => {
  test('a paste of more than 256 KB becomes a file with an excerpt in the field', async ({ page }) => {
    await open(page);
    await pasteEvent(page, csv(9000));
    await expect(page.locator('.totals')).toBeVisible();
    await expect(page.getByText('Pasted text')).toBeVisible();
    expect((await page.locator('#paste').inputValue()).length).toBeLessThan(1000);
    await expect(findings(page)).toHaveCount(3);
  });

  test('text of that size comes in by every way', async ({ page }) => {
    await open(page);
    await page.locator('#paste').fill(csv(9000));
    await expect(page.locator('.totals')).toBeVisible();
    expect((await page.locator('#paste').inputValue()).length).toBeLessThan(1000);
    await paste(page, '4720');
    await expect(findings(page)).toHaveCount(1);
    await expect(page.locator('[data-name]')).toHaveText('What you got');
  });

  test('clearing a file can be undone', async ({ page }) => {
    await open(page);
    await field(page).click();
    await pasteEvent(page, csv(9000));
    await expect(page.locator('.totals')).toBeVisible();
    await page.locator('#paste').press('Escape');
    await expect(report(page)).toHaveAttribute('data-status', 'empty');
    await page.keyboard.press('Control+z');
    await expect(page.locator('[data-facts]')).toContainText('9,000 messages');
  });

  test('dropped files are read together, packed ones too', async ({ page }) => {
    await open(page);
    const packed = gzipSync(csv(60)).toString('base64');
    await page.locator('undelivered-decoder').evaluate(
      (element, [plain, base64]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([plain ?? ''], 'one.csv'));
        dataTransfer.items.add(
          new File([Uint8Array.from(atob(base64 ?? ''), (character) => character.charCodeAt(0))], 'two.csv.gz'),
        );
        element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [csv(30), packed],
    );
    await expect(page.locator('.totals')).toContainText('90');
    await expect(page.locator('[data-name]')).toHaveText('2 files');
    await expect(report(page)).toContainText('one.csv, line 2');
  });

  test('lists are made from a second reading', async ({ page }) => {
    await open(page);
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'failed.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(90)) });
    const save = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const stop = await save('numbers-to-stop.csv');
    const numbers = stop.text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[0]);
    expect(numbers.length).toBe(new Set(numbers).size);
    await expect(page.locator('.actions')).toContainText(`${numbers.length} numbers`);
    const enriched = await save('Input with meanings');
    expect(enriched.name).toBe('failed-with-meanings.csv');
    const rows = enriched.text.trim().split('\n');
    expect(rows[0]).toContain('error_code,undelivered_set,undelivered_code');
    expect(rows).toHaveLength(91);
    expect(rows.slice(1).every((row) => /,(4775|4770|9902),bandwidth,\1,/.test(row))).toBe(true);
    const json = JSON.parse((await save('JSON')).text) as { messages: { failed: number } };
    expect(json.messages.failed).toBe(90);
  });

  test('the table of findings is filtered and sorted', async ({ page }) => {
    await open(page);
    await paste(page, '4700 4701 4702 4710 4720 4730 4740 4750 4751 4770 4775 5600');
    await expect(findings(page)).toHaveCount(12);
    await page.getByRole('searchbox', { name: 'Filter the findings' }).fill('spam');
    await expect(findings(page)).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Filter the findings' }).fill('');
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await expect(findings(page).first()).toHaveAttribute('data-code', '5600');
  });

  test('lines of JSON that are arrays are enriched in their elements', async ({ page }) => {
    await open(page);
    const event = (type: string, errorCode?: number) => ({ type, errorCode, to: '+12025550142', message: { id: 'a' } });
    const line = `${JSON.stringify([event('message-failed', 4720), event('message-delivered'), event('message-failed', 4770)])}\n`;
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'events.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(line.repeat(40)) });
    await expect(page.locator('.totals')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Input with meanings' }).click(),
    ]);
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n');
    expect(rows).toHaveLength(40);
    for (const row of rows) {
      const elements = JSON.parse(row) as { undelivered?: { code: string } }[];
      expect(elements.map(({ undelivered }) => undelivered?.code)).toEqual(['4720', undefined, '4770']);
    }
  });

  test('the code column is shown and can be corrected', async ({ page }) => {
    await open(page);
    const rows = `to,status,error_code,carrier_code\n${'+12025550142,failed,4720,4770\n'.repeat(30)}`;
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    const column = page.getByRole('combobox', { name: 'Code column' });
    await expect(column.getByRole('option')).toHaveText(['to', 'status', 'error_code', 'carrier_code']);
    await expect(column.locator('option:checked')).toHaveText('error_code');
    await settled(page);
    await expect(findings(page)).toHaveAttribute('data-code', '4720');
    await column.selectOption('carrier_code');
    await expect(findings(page)).toHaveAttribute('data-code', '4770');
    await expect(column.locator('option:checked')).toHaveText('carrier_code');
    await paste(page, '4720');
    await expect(column).toBeHidden();
  });

  test('reading can be given up', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const line = `${JSON.stringify({ type: 'message-delivered', to: '+12025550142', message: { id: 'x'.repeat(400) } })}\n`;
      // So long that a busy machine has the time to press the button; its parts are one and the same in memory.
      const file = new File(Array<Blob>(400).fill(new Blob([line.repeat(5000)])), 'long.ndjson');
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document
        .querySelector('undelivered-decoder')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(report(page)).toHaveAttribute('data-status', 'empty');
    await paste(page, '4720');
    await expect(findings(page)).toHaveCount(1);
  });
});

test.describe('the table of every failure', () => {
  const grid = (page: Page) => page.getByRole('grid', { name: 'Every failure' });
  const rows = (page: Page) => grid(page).locator('tbody [role="row"]');

  async function openFailures(page: Page, count: number): Promise<void> {
    await open(page);
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'failed.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(count)) });
    await settled(page);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', String(count + 1));
  }

  test('holds only the rows in view, and any of them can be reached by keys', async ({ page }) => {
    await openFailures(page, 20_000);
    const first = rows(page).first();
    await expect(first).toHaveAttribute('aria-rowindex', '2');
    expect(await rows(page).count()).toBeLessThan(60);
    await first.locator('td').first().click();
    await page.keyboard.press('Control+End');
    const focusedRow = page.locator('.failures-table [role="row"]:focus-within');
    await expect(focusedRow).toHaveAttribute('aria-rowindex', '20001');
    await expect(focusedRow).toBeInViewport();
    await expect(focusedRow).toContainText('20,001');
    expect(await rows(page).count()).toBeLessThan(60);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowUp');
    await expect(focusedRow).not.toHaveAttribute('aria-rowindex', '20001');
    await page.keyboard.press('Control+Home');
    await expect(focusedRow).toHaveAttribute('aria-rowindex', '2');
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowRight');
    await expect(focusedRow.getByRole('link')).toBeFocused();
  });

  test('scrolling to the middle draws the rows there', async ({ page }) => {
    await openFailures(page, 20_000);
    await page.locator('.failures-list .view').evaluate((view) => (view.scrollTop = view.scrollHeight / 2));
    await expect(rows(page).first()).toContainText(/^(9,9|10,0)\d\d/);
  });

  test('is filtered and sorted', async ({ page }) => {
    await openFailures(page, 3000);
    await page.getByRole('searchbox', { name: 'Filter the failures' }).fill('9902');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '1001');
    await expect(page.getByText('1,000 of 3,000 failures')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Filter the failures' }).fill('');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '3001');
    await grid(page).getByRole('button', { name: 'Line' }).click();
    await grid(page).getByRole('button', { name: 'Line' }).click();
    await expect(rows(page).first()).toContainText('3,001');
    await expect(grid(page).getByRole('columnheader', { name: 'Line' })).toHaveAttribute('aria-sort', 'descending');
  });

  test('on paper its first rows stand without gaps, and how many are left out is said', async ({ page }) => {
    await openFailures(page, 3000);
    await page.emulateMedia({ media: 'print' });
    await expect(rows(page)).toHaveCount(100);
    await expect(page.getByText('The first 100 of 3,000 failures are printed.')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByText('The first 100 of 3,000 failures are printed.')).toBeHidden();
    await expect.poll(() => rows(page).count()).toBeLessThan(60);
  });

  test('says nothing of its size where all failures are listed', async ({ page }) => {
    await openFailures(page, 20_000);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '20001');
    await expect(page.locator('.failures-list > p')).toHaveCount(0);
  });

  test('more codes than any provider has are drawn as they come into view', async ({ page }) => {
    await open(page);
    const codes = Array.from({ length: 900 }, (_, index) => `+12025550142,failed,${4000 + index}`).join('\n');
    await page.locator('[data-files]').setInputFiles({
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`to,status,error_code\n${codes}\n`),
    });
    await settled(page);
    await expect(page.getByRole('grid', { name: 'Findings' })).toHaveAttribute('aria-rowcount', '901');
    expect(await findings(page).count()).toBeLessThan(60);
  });
});

test('the text for a ticket is shown before it is copied, without numbers', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await paste(page, callback);
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  const dialog = page.getByRole('dialog');
  const text = dialog.getByRole('textbox');
  await expect(text).toHaveValue(/Bandwidth 4720/);
  await expect(text).not.toHaveValue(/2025550142/);
  await dialog.getByRole('checkbox', { name: /Hide numbers/ }).uncheck();
  await expect(text).toHaveValue(/2025550142/);
  await dialog.getByRole('checkbox', { name: /Hide numbers/ }).check();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test.describe('accessibility', () => {
  const results = {
    'a known code': callback,
    'an unknown code': 'errorCode=4788 to=+12025550118',
    'a source code inside a finding': birdMessage,
    'single findings': log,
    'a pattern': '47xx',
    'a batch': csv(40),
    'nothing found': 'hello there',
    'another numbering': 'platform=GlobalSMS errorCode=995',
    'a suggestion': '{"type":"message-failed","description":"destination-spam-detected","to":"+12025550142"}',
  };
  test.beforeEach(({ page }) => {
    test.slow();
    return installAxe(page);
  });

  for (const path of ['/', '/decode/'])
    for (const [kind, text] of Object.entries(results))
      test(`${kind} on ${path}, in both themes, on a phone and on a desk`, async ({ page }) => {
        await open(page, path);
        await paste(page, text);
        expect(await findViolationsEverywhere(page)).toEqual([]);
      });

  test('a file, with what stands over time and every failure', async ({ page }) => {
    await open(page);
    await page
      .locator('[data-files]')
      .setInputFiles({ name: 'failed.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(300)) });
    await settled(page);
    for (const summary of await report(page).locator('summary').all()) await summary.click();
    expect(await findViolationsEverywhere(page)).toEqual([]);
  });

  test('codes of a link', async ({ page }) => {
    await open(page, '/decode/#codes=bandwidth:4775,bandwidth:4788,bird:15005');
    await expect(findings(page)).toHaveCount(3);
    expect(await findViolationsEverywhere(page)).toEqual([]);
  });

  for (const path of ['/', '/decode/'])
    test(`the dialog for a ticket on ${path}`, async ({ page }) => {
      await open(page, path);
      await paste(page, callback);
      await page.getByRole('button', { name: 'Copy for a ticket' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findViolationsEverywhere(page)).toEqual([]);
    });

  test('nothing is wider than a small phone', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    for (const text of Object.values(results)) {
      await open(page);
      await paste(page, text);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await context.close();
  });
});

test('without JavaScript the page says what it needs and where to look', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/decode/');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript a[href="/bandwidth/"]')).toBeVisible();
  await expect(page.locator('#paste')).toBeHidden();
  await context.close();
});
