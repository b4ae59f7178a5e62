import { withBase } from '../urls.ts';

/** Where the site will stand, as far as its headers depend on it. */
export interface Place {
  readonly siteUrl: string;
  readonly basePath: string;
}

/** What every answer says, whoever gives it: a host, or the service worker for what it keeps. */
export const headersOfAll = (policy: string, { siteUrl, basePath }: Place): Readonly<Record<string, string>> => ({
  // Only a header can say that no page may be shown inside another.
  'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(ownsHost(siteUrl, basePath) ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
});

/**
 * The file `_headers`, which Netlify, Cloudflare Pages and others read. Every path stands in it once per header, since
 * hosts join what several rules say.
 */
export function headersFile(policy: string, place: Place): string {
  const everybody = 'Access-Control-Allow-Origin: *';
  const forever = 'Cache-Control: public, max-age=31536000, immutable';
  const rules: Readonly<Record<string, readonly string[]>> = {
    '/*': Object.entries(headersOfAll(policy, place)).map(([name, value]) => `${name}: ${value}`),
    // The hash of the content is in these names.
    '/_astro/*': [forever],
    '/pagefind/fragment/*': [forever],
    '/pagefind/index/*': [forever],
    '/offline/*.bin': [forever],
    // The worker names the bundle; an old one would keep an old site.
    '/service-worker.js': ['Cache-Control: no-cache'],
    // The data is for everybody: any page may fetch it.
    '/api/*': [everybody],
    '/changes/feed.xml': [everybody, 'Content-Type: application/atom+xml; charset=utf-8'],
    '/changes/feed.json': [everybody, 'Content-Type: application/feed+json; charset=utf-8'],
    '/*.md': [everybody, 'Content-Type: text/markdown; charset=utf-8'],
    '/llms.txt': [everybody],
    '/llms-full.txt': [everybody, 'Content-Type: text/markdown; charset=utf-8'],
  };
  return Object.entries(rules)
    .map(([path, headers]) => [withBase(path, place.basePath), ...headers.map((header) => `  ${header}`)].join('\n'))
    .join('\n')
    .concat('\n');
}

/** No page asks for any of these; a script that should not be here cannot either. */
const unusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/**
 * Whether a rule for the whole host is ours to make: a year of HTTPS and nothing else. Under a base path the host belongs to
 * others too.
 */
const ownsHost = (siteUrl: string, basePath: string): boolean =>
  siteUrl.startsWith('https:') && withBase('/', basePath) === '/';
