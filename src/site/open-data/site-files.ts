import { escapeHtml } from '../inline-text.ts';
import { paths } from '../urls.ts';
import { about } from './about.ts';
import { api, machinePaths } from './paths.ts';
import type { Publication } from './publication.ts';

/** robots.txt: everything may be read, by everybody. */
export const robotsText = ({ address }: Publication): string =>
  [
    'User-agent: *',
    'Allow: /',
    '',
    `Sitemap: ${address(machinePaths.sitemap)}`,
    '',
    `# For machine readers: ${address(machinePaths.llms)} and ${address(api.index)}`,
    '',
  ].join('\n');

/** The OpenSearch description: a browser's address bar searches here. The query stands in the fragment and is not sent. */
export const openSearchXml = ({ address }: Publication): string =>
  `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeHtml(about.name)}</ShortName>`,
    `  <Description>${escapeHtml(about.description)}</Description>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Image width="16" height="16" type="image/svg+xml">${escapeHtml(address('/favicon.svg'))}</Image>`,
    `  <Url type="text/html" template="${escapeHtml(address(paths.search))}#q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeHtml(address(machinePaths.openSearch))}"/>`,
    '</OpenSearchDescription>',
  ].join('\n')}\n`;
