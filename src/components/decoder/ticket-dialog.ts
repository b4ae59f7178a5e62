import { copyText } from '../browser/copy-text.ts';
import { element } from '../browser/element.ts';
import type { TicketOptions } from './ticket.ts';

/** Shows the text for a ticket before it is copied. */
export function openTicket(textOf: (options: Omit<TicketOptions, 'origin'>) => string, hasLines: boolean): void {
  const preview = element('textarea', {
    readonly: true,
    rows: '14',
    spellcheck: 'false',
    'aria-label': 'Text for the ticket',
  });
  const isMarkdown = element('input', { type: 'checkbox' });
  const withLines = element('input', { type: 'checkbox' });
  const isRedacted = element('input', { type: 'checkbox' });
  const copy = element('button', { type: 'button', class: 'button primary' }, 'Copy');
  const close = element('button', { type: 'button', class: 'button' }, 'Close');
  withLines.checked = hasLines;
  isRedacted.checked = true;
  const write = () => {
    preview.value = textOf({
      format: isMarkdown.checked ? 'markdown' : 'plain',
      withLines: withLines.checked,
      isRedacted: isRedacted.checked,
    });
    copy.textContent = 'Copy';
  };
  const dialog = element(
    'dialog',
    { class: 'ticket', 'aria-labelledby': 'ticket-heading' },
    element('h2', { id: 'ticket-heading' }, 'Copy for a ticket'),
    element(
      'div',
      { class: 'bar small' },
      element('label', {}, isMarkdown, ' Markdown'),
      hasLines && element('label', {}, withLines, ' With the lines it was read from'),
      hasLines && element('label', {}, isRedacted, ' Hide numbers, ids and text'),
    ),
    preview,
    element('div', { class: 'bar' }, copy, close),
  );
  for (const box of [isMarkdown, withLines, isRedacted]) box.addEventListener('change', write);
  copy.addEventListener(
    'click',
    () =>
      void copyText(preview.value).then(
        (isCopied) => (copy.textContent = isCopied ? 'Copied' : 'Select the text and copy it'),
      ),
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  write();
  dialog.showModal();
  copy.focus();
}
