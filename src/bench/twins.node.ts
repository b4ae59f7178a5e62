import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A page of ours as Markdown. */
export interface Twin {
  /** `bandwidth/4775.md` */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  /** The first heading of the body, which is left out of `body`. */
  readonly heading: string;
  readonly body: string;
}

/** The Markdown twins of a built site, with links as paths, and a front page that leads to all sets and causes. */
export function twinsIn(dist: string): Twin[] {
  const twins = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => readTwin(relative(dist, file).split(sep).join('/'), readFileSync(file, 'utf8')));
  if (twins.length === 0) throw new Error(`${dist} holds no Markdown; build the site first.`);
  return [frontPage(twins), ...twins];
}

/** Reads one twin. Whole addresses of the site, as its front matter has it, become paths. */
export function readTwin(file: string, text: string): Twin {
  const [whole = '', front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  const value = (key: string): string => {
    const [, json] = new RegExp(`^${key}: (".*")$`, 'm').exec(front) ?? [];
    return json === undefined ? '' : (JSON.parse(json) as string);
  };
  const origin = value('url') === '' ? '' : new URL(value('url')).origin;
  const content = origin === '' ? text.slice(whole.length) : text.slice(whole.length).replaceAll(`${origin}/`, '/');
  const [line = '', heading = ''] = /^# (.*)$/m.exec(content) ?? [];
  return {
    file,
    title: value('title'),
    description: value('description') || heading,
    heading,
    body: content.replace(line, '').trimStart(),
  };
}

function frontPage(twins: readonly Twin[]): Twin {
  const links = twins
    .filter(({ file }) => /^(causes\/.*|[a-z-]+)\.md$/.test(file))
    .map(({ title, file }) => `- [${title}](/${file.replace(/\.md$/, '')}/)`);
  const title = 'Why a message came back';
  return { file: 'index.md', title, description: title, heading: title, body: links.join('\n').concat('\n') };
}
