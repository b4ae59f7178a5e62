import { resolve } from 'node:path';
import { settingMistakes } from './settings.ts';

const mistakes = settingMistakes(process.env);
if (mistakes.length > 0) throw new Error(mistakes.join('\n'));

const from = (name: string): string | undefined => process.env[name]?.trim() || undefined;

/** Address of the published site. The default builds anywhere; canonical links then point to an example address. */
export const SITE_URL = from('SITE_URL') ?? 'https://undelivered.example.com';

/** Path that the site is published under, `/` or `/docs`. */
export const BASE_PATH = from('BASE_PATH') ?? '/';

/** Address of the public repository, without a slash at the end; undefined where there is none. */
export const REPOSITORY_URL = from('REPOSITORY_URL')?.replace(/\/+$/, '');

/** Seconds since 1970 that stand for the time of the build; undefined where the newest date of the data does. */
export const SOURCE_DATE_EPOCH = from('SOURCE_DATE_EPOCH');

/** The folder that holds the YAML files. */
export const DATA_FOLDER = resolve(from('DATA_FOLDER') ?? 'data');
