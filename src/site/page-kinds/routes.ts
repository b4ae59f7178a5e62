import type { Catalog, Cause, Code, CodeSet, Family } from '#catalog';
import { bareTitle, codeDescription, codeTitle, familyLabel, familyTitle, setTitle } from '../describe.ts';
import { pageProps } from '../frame/page-props.ts';
import { codesAreInFullText } from '../indexes/full-text.ts';
import { joinPhrases, type SearchMarks } from '../indexes/search-marks.ts';
import { plainText } from '../inline-text.ts';
import { changesHead } from '../open-data/changes-head.ts';
import { causeJsonLd, codeJsonLd, dataJsonLd, setJsonLd } from '../open-data/json-ld.ts';
import { api } from '../open-data/paths.ts';
import { publicationOf } from '../open-data/publication.ts';
import { neighboursOf } from '../page-parts/neighbours.ts';
import { PageSources } from '../page-parts/sources-of.ts';
import { familyImage } from '../social-images/social-images.ts';
import { dataFiles, href, paths } from '../urls.ts';
import { counted } from '../wording.ts';
import { bareCodes, wayOn } from './bare-codes.ts';
import { describeCausePage } from './cause-page.ts';
import { describeChanges } from './changes-page.ts';
import { describeCodeHead, describeCodePage } from './code-page.ts';
import { describeFamilyPage } from './family-page.ts';
import { describeHome } from './home-page.ts';
import { describeSetPage } from './set-page.ts';

/*
 * What a route hands on: `frame` are the props of <StarlightPage>, the rest those of the component of the page. Routes
 * look codes up by their parameters, so that a page shows a changed file without its paths being listed again.
 */

/** The page of a code. */
export function codeRoute(code: Code, catalog: Catalog) {
  const { set, family } = code;
  const page = describeCodePage(code, catalog);
  const marks: SearchMarks = {
    title: `${code.code} ${code.heading}`,
    kind: 'code',
    set: set.id,
    code: code.code,
    phrases: joinPhrases(code.phrases),
  };
  return {
    page,
    marks,
    crumbs: [
      { words: set.file.name, href: href(paths.set(set.id)) },
      { words: familyLabel(family), href: href(paths.family(set.id, family.id)) },
    ],
    frame: pageProps({
      title: codeTitle(code),
      description: codeDescription(code),
      sections: page.sections,
      file: dataFiles.code(set.id, code.code),
      checked: code.entry.checked,
      searchable: codesAreInFullText(catalog),
      neighbours: neighboursOf(code),
      structured: codeJsonLd(code, publicationOf(catalog)),
      twin: paths.code(set.id, code.code),
      json: api.code(set.id, code.code),
      image: familyImage(family),
    }),
  };
}

/** The page of a set. */
export function setRoute(set: CodeSet, catalog: Catalog) {
  const page = describeSetPage(set, catalog);
  const marks: SearchMarks = { title: setTitle(set), kind: 'set', set: set.id, phrases: joinPhrases(set.file.phrases) };
  return {
    page,
    marks,
    crumbs: [{ words: set.file.provider }, { words: set.file.product }],
    frame: pageProps({
      title: setTitle(set),
      description: plainText(set.file.summary),
      sections: page.headings,
      file: dataFiles.set(set.id),
      checked: page.counts.checked,
      structured: setJsonLd(set, publicationOf(catalog)),
      twin: paths.set(set.id),
      json: api.set(set.id),
    }),
  };
}

/** The page of a family. */
export function familyRoute(family: Family, catalog: Catalog) {
  const { set } = family;
  const page = describeFamilyPage(family, catalog);
  const marks: SearchMarks = { title: familyTitle(family), kind: 'family', set: set.id };
  return {
    page,
    marks,
    crumbs: [
      { words: set.file.name, href: href(paths.set(set.id)) },
      ...(page.parent ? [page.parent] : []),
      { words: family.id },
    ],
    frame: pageProps({
      title: familyTitle(family),
      description: `${counted(family.codes.length, 'code')} of ${set.file.name}. ${plainText(page.summary.text)}`,
      twin: paths.family(set.id, family.id),
      image: familyImage(family),
      file: dataFiles.set(set.id),
    }),
  };
}

/** The page of a cause. */
export function causeRoute(cause: Cause, catalog: Catalog) {
  const page = describeCausePage(cause, catalog);
  const marks: SearchMarks = { title: cause.file.heading, kind: 'cause', phrases: joinPhrases(cause.file.phrases) };
  return {
    page,
    marks,
    crumbs: [{ words: 'Causes', href: href(paths.causes) }],
    frame: pageProps({
      title: `${cause.file.heading}: codes and what to do`,
      description: plainText(cause.file.summary),
      sections: page.headings,
      file: dataFiles.cause(cause.id),
      structured: causeJsonLd(cause, publicationOf(catalog)),
      twin: paths.cause(cause.id),
      json: api.cause(cause.id),
    }),
  };
}

/**
 * A number without a set. Where one set alone has it, the page only leads on to its code; else it shows each meaning.
 * Search lists neither: they would stand beside the pages they lead to.
 */
export function bareRoute(digits: string, catalog: Catalog) {
  const only = wayOn(digits, catalog);
  return only ? { wayOn: describeWayOn(only, catalog) } : { meanings: describeMeanings(digits, catalog) };
}

function describeWayOn(code: Code, catalog: Catalog) {
  const path = paths.code(code.set.id, code.code);
  return {
    digits: code.code,
    title: bareTitle([code]),
    description: codeDescription(code),
    set: code.set.file.name,
    heading: code.heading,
    href: href(path),
    canonical: publicationOf(catalog).address(path),
    image: familyImage(code.family),
  };
}

function describeMeanings(digits: string, catalog: Catalog) {
  const codes = bareCodes(catalog).get(digits) ?? [];
  return {
    digits,
    codes: codes.map((code) => describeCodeHead(code, new PageSources(catalog.sources))),
    frame: pageProps({
      title: bareTitle(codes),
      description: codes.map(codeDescription).join(' '),
      searchable: false,
    }),
  };
}

/** The front page, which also tells search engines of the data as a whole. */
export function homeRoute(catalog: Catalog) {
  const home = describeHome(catalog);
  return {
    home,
    frame: pageProps({
      title: 'Why did the message come back?',
      description: home.description,
      withSidebar: false,
      searchable: false,
      installable: true,
      structured: dataJsonLd(catalog, publicationOf(catalog)),
    }),
  };
}

/** The page of changes. */
export function changesRoute(catalog: Catalog) {
  const page = describeChanges(catalog);
  const frame = pageProps({
    title: 'Changes',
    description:
      'What providers changed in their failure codes, and what was corrected: new, renamed, redefined and removed codes, with dates and sources.',
    sections: [...page.years, ...(page.sources.length > 0 ? [{ id: 'sources', heading: 'Sources' }] : [])],
  });
  const head = changesHead(publicationOf(catalog));
  return { page, frame: { ...frame, frontmatter: { ...frame.frontmatter, head } } };
}
