import { findingsCsv, summarize, summaryJson, type ListKind, type Outcome } from '#batch';
import { copyAndSay } from '../browser/copy-text.ts';
import { download } from '../browser/download.ts';
import { codesLink } from './codes-link.ts';
import type { Explainer } from './explainer.ts';
import type { Input } from './protocol.ts';
import type { ReportDeeds } from './render-report.ts';
import { openTicket } from './ticket-dialog.ts';
import { ticketText } from './ticket.ts';
import type { WorkerClient } from './worker-client.ts';

/** What the buttons of a result do. `input` is undefined for the codes of a link, which make no lists. */
export function reportDeeds(
  outcome: Outcome,
  input: Input | undefined,
  explainer: Explainer,
  client: WorkerClient,
  onTrouble: (words: string) => void,
): ReportDeeds {
  const text = input && 'text' in input ? input.text : '';
  return {
    onList: (list, button) => input && void saveList(list, input, outcome, button),
    onFindings: (format) =>
      format === 'csv'
        ? download(new Blob([findingsCsv(outcome, explainer)], { type: 'text/csv;charset=utf-8' }), 'failures.csv')
        : download(
            new Blob([summaryJson(outcome, summarize(outcome, explainer), explainer)], { type: 'application/json' }),
            'failures.json',
          ),
    onTicket: () =>
      openTicket(
        (options) => ticketText(outcome, text, explainer, { ...options, origin: location.origin }),
        text !== '',
      ),
    onLink: (button) => {
      const link = location.origin + codesLink(outcome.report.findings).href;
      void copyAndSay(link, button.querySelector('span') ?? button);
    },
    onPrint: () => print(),
  };

  /** Makes a list in a second pass over the input, and saves it. The button shows how far it is. */
  async function saveList(list: ListKind, from: Input, of: Outcome, button: HTMLButtonElement): Promise<void> {
    const label = button.querySelector('span');
    const words = label?.textContent ?? '';
    button.disabled = true;
    try {
      const content = await client.list(from, list, of, ({ read, total }) => {
        if (label) label.textContent = `${Math.floor((read / Math.max(total, 1)) * 100)}%`;
      });
      download(content, list === 'enriched' ? enrichedName(of, content.type) : `${list}.csv`);
    } catch (error) {
      onTrouble(`The list could not be made: ${error instanceof Error ? error.message : 'unknown reason'}`);
    } finally {
      if (label) label.textContent = words;
      button.disabled = false;
    }
  }
}

/** `failed.csv` becomes `failed-with-meanings.csv`. */
function enrichedName({ files }: Outcome, type: string): string {
  const [first = 'messages'] = files;
  const stem = first
    .replace(/(\.\w{1,6}){0,2}$/, '')
    .replace(/[^\w.-]+/g, '-')
    .toLowerCase();
  return `${stem}-with-meanings.${type.includes('ndjson') ? 'ndjson' : 'csv'}`;
}
