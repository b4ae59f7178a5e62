/** `npm run field-tables`: writes the tables of keys in data/README.md anew from src/schema/. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { withFieldTables } from './field-tables.ts';

const file = resolve(import.meta.dirname, '../../data/README.md');
writeFileSync(file, withFieldTables(readFileSync(file, 'utf8')));
