/**
 * What is wrong with SITE_URL, BASE_PATH, REPOSITORY_URL and SOURCE_DATE_EPOCH, a sentence each with what to write
 * instead. None of them needs to be set.
 */
export function settingMistakes(env: Readonly<Record<string, string | undefined>>): string[] {
  return [
    siteMistake(env['SITE_URL']?.trim()),
    baseMistake(env['BASE_PATH']?.trim()),
    repositoryMistake(env['REPOSITORY_URL']?.trim()),
    epochMistake(env['SOURCE_DATE_EPOCH']?.trim()),
  ].filter((mistake) => mistake !== undefined);
}

function siteMistake(site: string | undefined): string | undefined {
  if (!site) return undefined;
  const advice =
    'Write the address of the site without a path, such as https://docs.example.com; a path goes to BASE_PATH.';
  const url = URL.parse(site);
  if (url === null || !/^https?:$/.test(url.protocol))
    return `SITE_URL is "${site}", which is no web address. ${advice}`;
  const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isPlain ? undefined : `SITE_URL is "${site}", which is more than a scheme and a host. ${advice}`;
}

function baseMistake(base: string | undefined): string | undefined {
  if (!base || base === '/') return undefined;
  const advice =
    'Write the path that the site is published under with a slash at its front, such as /docs, or leave it out.';
  if (!/^(\/[A-Za-z0-9._~-]+)+\/?$/.test(base)) return `BASE_PATH is "${base}". ${advice}`;
  // A browser takes dots out of an address before it asks, so that no page would be where its links point.
  const dots = base.split('/').find((name) => name === '.' || name === '..');
  if (dots === undefined) return undefined;
  return `BASE_PATH is "${base}", in which "${dots}" stands for another folder and is no name. ${advice}`;
}

function repositoryMistake(repository: string | undefined): string | undefined {
  if (!repository) return undefined;
  const advice =
    'Write the address that a browser shows for the repository, such as https://git.example.com/team/undelivered, or leave it out.';
  const url = URL.parse(repository);
  if (url === null || !/^https?:$/.test(url.protocol))
    return `REPOSITORY_URL is "${repository}", which is no web address. ${advice}`;
  // Addresses of files are made by putting a path behind it.
  const isPlain = url.search === '' && url.hash === '' && url.username === '';
  const isPage = url.pathname !== '/' && !/\.git\/*$/.test(url.pathname);
  return isPlain && isPage
    ? undefined
    : `REPOSITORY_URL is "${repository}", which is no address that the path of a file can follow. ${advice}`;
}

/** The last second of the year 9999: later ones have no date of four digits, and are milliseconds for sure. */
const lastSecond = 253_402_300_799;

function epochMistake(epoch: string | undefined): string | undefined {
  if (!epoch || (/^\d+$/.test(epoch) && Number(epoch) <= lastSecond)) return undefined;
  return `SOURCE_DATE_EPOCH is "${epoch}". Write whole seconds since 1970 in digits, such as 1700000000 (git log -1 --format=%ct prints them), or leave it out for the newest date of the data.`;
}
