/**
 * `npm run field-tables`: writes anew from src/schema/ what explains the YAML files: the tables of keys in data/README.md,
 * and the schemas by which editors complete and complain (.vscode/).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { editorSchemas, editorSettings } from './editor-schemas.ts';
import { withFieldTables } from './field-tables.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = join(root, 'data/README.md');
writeFileSync(readme, withFieldTables(readFileSync(readme, 'utf8')));

mkdirSync(join(root, '.vscode/schemas'), { recursive: true });
for (const [path, text] of editorSchemas()) writeFileSync(join(root, path), text);
writeFileSync(join(root, '.vscode/settings.json'), editorSettings());
