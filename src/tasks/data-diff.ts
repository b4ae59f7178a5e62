/** The JSON of the open data of one build: path below `/api/v1/` → content. */
export type ApiFiles = ReadonlyMap<string, unknown>;

type Entry = Readonly<Record<string, unknown>>;

/** Keys that say where and when something was published, or that repeat other keys. */
const silent = new Set(['$schema', 'schemaVersion', 'generatedAt', 'links', 'license']);

const mostShown = 60;

/** What changes for readers between two builds, in Markdown: codes, families and causes added, removed and changed. */
export function describeDataDiff(before: ApiFiles, after: ApiFiles): string {
  const parts = [
    ...sectionsOf('Code', entriesOf(before, 'codes'), entriesOf(after, 'codes')),
    ...sectionsOf('Set', entriesOf(before, 'set'), entriesOf(after, 'set')),
    ...sectionsOf('Cause', entriesOf(before, 'causes'), entriesOf(after, 'causes')),
  ];
  const text = parts.length === 0 ? ['Nothing changes for readers.'] : parts;
  return ['# What changes for readers', '', ...text, ''].join('\n');
}

/** Codes by ref, sets and causes by id. */
function entriesOf(files: ApiFiles, kind: 'codes' | 'set' | 'causes'): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [path, content] of files) {
    if (!isEntry(content)) continue;
    if (kind === 'causes') {
      if (path === 'causes.json') for (const cause of listOf(content['causes'])) found.set(String(cause['id']), cause);
    } else if (!path.includes('/') && isEntry(content['set'])) {
      if (kind === 'set') found.set(String(content['set']['id']), content['set']);
      else for (const code of listOf(content['codes'])) found.set(String(code['ref']), code);
    }
  }
  return found;
}

function sectionsOf(kind: string, before: ReadonlyMap<string, Entry>, after: ReadonlyMap<string, Entry>): string[] {
  const named = (id: string, entry: Entry = {}) => `${cell(id)} ${cell(entry['heading'] ?? entry['name'])}`;
  const item = (id: string, entry: Entry | undefined) => `- ${named(id, entry)}`;
  const added = [...after.keys()].filter((id) => !before.has(id));
  const removed = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after].flatMap(([id, entry]) => {
    const old = before.get(id);
    const changes = old === undefined ? [] : changesBetween(old, entry);
    return changes.length === 0 ? [] : [{ id, entry, changes }];
  });
  return [
    ...section(
      `${kind}s added`,
      added.map((id) => item(id, after.get(id))),
    ),
    ...section(
      `${kind}s removed`,
      removed.map((id) => item(id, before.get(id))),
      kind === 'Code' ? 'A code is never deleted: `status: removed` keeps its page.' : undefined,
    ),
    ...section(
      `${kind}s changed`,
      changed.map(({ id, entry, changes }) =>
        [
          `### ${named(id, entry)}`,
          '',
          '| what | before | after |',
          '| --- | --- | --- |',
          ...changes.map(({ path, from, to }) => `| ${cell(path)} | ${cell(from)} | ${cell(to)} |`),
          '',
        ].join('\n'),
      ),
    ),
  ];
}

function section(heading: string, items: readonly string[], note?: string): string[] {
  if (items.length === 0) return [];
  const more = items.length - mostShown;
  return [
    `## ${heading}: ${items.length}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    ...items.slice(0, mostShown),
    ...(more > 0 ? [`${more} more.`] : []),
    '',
  ];
}

interface Change {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Every value that differs, by its path. A list of plain values is one value. */
function changesBetween(from: unknown, to: unknown, path = ''): Change[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (!isNested(from) || !isNested(to) || Array.isArray(from) !== Array.isArray(to)) return [{ path, from, to }];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !silent.has(key));
  return keys.flatMap((key) =>
    changesBetween((from as Entry)[key], (to as Entry)[key], path === '' ? key : `${path}.${key}`),
  );
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNested = (value: unknown): value is object =>
  isEntry(value) || (Array.isArray(value) && value.some((item) => typeof item === 'object'));
const listOf = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isEntry) : []);

/** A value in a cell of a table: on one line, as text and never as markup. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '(nothing)';
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').trim();
  const short = text.length > 240 ? `${text.slice(0, 239)}…` : text;
  return short.replace(/[\\`*_{}[\]<>|#!~@&]/g, (mark) => `&#${mark.codePointAt(0)};`);
}
