import { buildCatalog, parseFiles, type Catalog, type Problem } from '#catalog';
import { exampleFiles } from '../../catalog/example-data.ts';
import { publicationOf, type Publication } from './publication.ts';

/** The made-up catalogue of the catalogue's tests. */
export function exampleCatalog(changes: Parameters<typeof exampleFiles>[0] = {}): Catalog {
  const problems: Problem[] = [];
  const files = parseFiles(exampleFiles(changes), problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return buildCatalog(files);
}

/** A publication under a made-up address, whatever the environment says. */
export const examplePublication: Publication = publicationOf(
  { newest: '2026-11-24' },
  { site: 'https://codes.example.org', base: '/docs/', epoch: undefined },
);
