import type { Catalog } from '#catalog';
import { changeOf } from '../describe.ts';
import { escapeHtml, inlineHtml } from '../inline-text.ts';
import { paths } from '../urls.ts';
import { about } from './about.ts';
import { changeEntries, entryTitle, lastDay, type ChangeEntry } from './changes.ts';
import { publishedEvent } from './code-document.ts';
import { machinePaths } from './paths.ts';
import type { Publication } from './publication.ts';

/** A reader of feeds wants what is new; the whole list is on the page and in /api/v1/changes.json. */
const newest = 100;

const title = `${about.name}: changes`;
const description = 'What providers changed in their failure codes, and what was corrected.';

/** Changes as an Atom feed (RFC 4287). */
export function atomFeed(catalog: Catalog, publication: Publication): string {
  const { address, generatedAt } = publication;
  const entries = changeEntries(catalog)
    .slice(0, newest)
    .map((entry) => {
      const link = entryLink(entry, publication);
      return [
        '  <entry>',
        `    <id>${escapeHtml(link)}</id>`,
        `    <title>${escapeHtml(entryTitle(entry))}</title>`,
        `    <updated>${timeOf(entry)}</updated>`,
        `    <link rel="alternate" type="text/html" href="${escapeHtml(link)}"/>`,
        `    <category term="${entry.set.id}" label="${escapeHtml(entry.set.file.name)}"/>`,
        `    <category term="${entry.event.change}"/>`,
        `    <content type="html">${escapeHtml(entryHtml(entry, publication))}</content>`,
        '  </entry>',
      ].join('\n');
    });
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escapeHtml(address(machinePaths.changes))}</id>`,
    `  <title>${escapeHtml(title)}</title>`,
    `  <subtitle>${escapeHtml(description)}</subtitle>`,
    `  <updated>${generatedAt}</updated>`,
    `  <author><name>${escapeHtml(about.name)}</name></author>`,
    `  <rights>${escapeHtml(about.licence.name)}, ${about.licence.url}</rights>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeHtml(address(machinePaths.atom))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeHtml(address(machinePaths.changes))}"/>`,
    ...entries,
    '</feed>',
  ].join('\n')}\n`;
}

/** Changes as a JSON feed (version 1.1), each item with its events as data. */
export function jsonFeed(catalog: Catalog, publication: Publication) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: publication.address(machinePaths.changes),
    feed_url: publication.address(machinePaths.jsonFeed),
    language: 'en',
    authors: [{ name: about.name, url: publication.address(paths.home) }],
    items: changeEntries(catalog)
      .slice(0, newest)
      .map((entry) => ({
        id: entryLink(entry, publication),
        url: entryLink(entry, publication),
        title: entryTitle(entry),
        content_html: entryHtml(entry, publication),
        date_published: timeOf(entry),
        tags: [entry.set.id, entry.event.change],
        _undelivered: { refs: entry.codes.map((code) => code.ref), event: publishedEvent(entry.event) },
      })),
  };
}

const entryLink = ({ id }: ChangeEntry, { address }: Publication): string => `${address(machinePaths.changes)}#${id}`;

/** A year or a month alone counts as its first day. */
function timeOf({ event }: ChangeEntry): string {
  const [year, month = '01', day = '01'] = lastDay(event).split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}

function entryHtml({ set, codes, event }: ChangeEntry, { address }: Publication): string {
  const was = event.was === undefined ? '' : `<p>Before: <q>${escapeHtml(event.was)}</q></p>`;
  const items = codes.map(
    ({ code, heading }) =>
      `<li><a href="${address(paths.code(set.id, code))}">${set.file.name} ${code}</a> ${escapeHtml(heading)}</li>`,
  );
  return `<p>${inlineHtml(changeOf(event))}</p>${was}<ul>${items.join('')}</ul>`;
}
