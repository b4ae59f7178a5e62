/** What is wrong with SITE_URL and BASE_PATH, a sentence each with what to write instead. Neither needs to be set. */
export function settingMistakes(env: Readonly<Record<string, string | undefined>>): string[] {
  return [siteMistake(env['SITE_URL']?.trim()), baseMistake(env['BASE_PATH']?.trim())].filter(
    (mistake) => mistake !== undefined,
  );
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
  if (!base || base === '/' || /^(\/[A-Za-z0-9._~-]+)+\/?$/.test(base)) return undefined;
  return `BASE_PATH is "${base}". Write the path that the site is published under with a slash at its front, such as /docs, or leave it out.`;
}
