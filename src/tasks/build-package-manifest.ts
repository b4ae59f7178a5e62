/** package.json of the published package. The one of the repository stays private and is about the site. */
export const packageManifest = (version: string) => ({
  name: 'undelivered',
  version,
  description:
    'Failure codes of messaging providers: what each means, whose move it is, whether to send again. Decoder, data and command line.',
  keywords: [
    'sms',
    'mms',
    'messaging',
    'error codes',
    'failure codes',
    'webhook',
    'dlr',
    'bandwidth',
    'bird',
    'messagebird',
    'whatsapp',
  ],
  license: 'MIT AND CC-BY-4.0',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20' },
  exports: {
    '.': entry('index'),
    './decoder': entry('decoder'),
    './data': entry('data'),
    './sets': entry('sets'),
    './sets/*': entry('sets/*'),
    './package.json': './package.json',
  },
  types: './index.d.ts',
  bin: { undelivered: 'undelivered.js' },
  files: ['*.js', '*.d.ts', 'sets', 'chunks'],
});

const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
