import { resolve } from 'node:path';
import type { DecoderData, DecoderSet } from '#catalog';
import { decoderData } from '#catalog';
import { readCatalog } from '#catalog/node';
import { decode } from './decoder.ts';
import type { DecoderOptions } from './decoder.ts';
import type { Report } from './report.ts';

/**
 * Data for tests. `acme` and `parcel` are made up and show that nothing about a vendor stands in the code; tests of
 * rules use them. Tests of formats and judgement use the real data, since real numbers collide with real things.
 */
const nothing: DecoderSet['recognise'] = {
  fields: ['x'],
  failure: {},
  fine: {},
  provider: [],
  prefixes: [],
  prose: [],
  suggest: [],
  reason: [],
  sourceCode: [],
  foreign: {},
  elsewhere: [],
  ambiguous: [],
  strangers: [],
  strangerFields: [],
  everyday: [],
};

const acme: DecoderSet = {
  id: 'acme',
  provider: 'Acme',
  shape: '\\d{4}',
  families: ['4xxx', '47xx', '9xxx'],
  codes: [
    { code: '4701', name: 'parcel-opt-out', title: 'Recipient opted out', aliases: ['701'] },
    { code: '4702', name: 'number-not-in-service', aliases: [] },
    { code: '9001', name: 'receipt-missing', aliases: [] },
  ],
  recognise: {
    ...nothing,
    fields: ['errorCode', 'error_code'],
    failure: { type: ['acme-failed'], status: ['failed'] },
    fine: { type: ['acme-delivered'], status: ['delivered', 'sent'] },
    provider: ['acme'],
    prefixes: ['AC-'],
    prose: ['description'],
    suggest: ['description'],
    foreign: { platform: ['Abroad'] },
    elsewhere: ['OrderErrors'],
    ambiguous: ['9001'],
    strangers: ['otherco'],
    strangerFields: ['OtherSid'],
  },
};

const parcel: DecoderSet = {
  id: 'parcel',
  provider: 'Parcel',
  shape: '\\d{5}',
  families: ['12xxx', '15xxx'],
  codes: [
    { code: '15001', name: 'UNKNOWN_PERSON', aliases: [] },
    { code: '15002', name: 'LATE', aliases: [] },
    { code: '12001', name: 'BROKEN_BELT', aliases: ['BROKEN_BLET'] },
  ],
  recognise: {
    ...nothing,
    fields: ['failure.code'],
    failure: { status: ['delivery_failed'] },
    fine: { status: ['delivered'] },
    provider: ['parcel'],
    prose: ['reason', 'details'],
    reason: ['reason', 'details'],
    sourceName: 'failure.source.name',
    sourceCode: ['failure.source.code', 'sourceErrorCode'],
    everyday: ['LATE'],
  },
};

const parcelSms: DecoderSet = {
  id: 'parcel-sms',
  provider: 'Parcel',
  shape: '\\d{1,3}',
  families: [],
  carriedBy: { set: 'parcel', name: 'sms-parcel' },
  codes: [{ code: '1', name: 'NOBODY', aliases: [] }],
  recognise: { ...nothing, fields: ['failure.source.code', 'sourceErrorCode'] },
};

const parcelWords: DecoderSet = {
  id: 'parcel-words',
  provider: 'Parcel',
  shape: '[a-z][a-z0-9_]*',
  families: [],
  codes: [
    { code: 'no_such_number', aliases: [] },
    { code: 'unknown', aliases: [] },
  ],
  recognise: {
    ...nothing,
    fields: ['error.code'],
    failure: { type: ['sms.failed'] },
    fine: { type: ['sms.delivered'] },
    provider: ['parcel'],
    everyday: ['unknown'],
  },
};

export const exampleData: DecoderData = {
  sets: [acme, parcel, parcelSms, parcelWords],
  namesakes: [{ numbering: 'Receipts of Acme', numbers: ['901', '6001-6005'], says: 'Three digits.', near: 'acme' }],
};

/** The decoder's data as the site has it. */
export const realData: DecoderData = decoderData(readCatalog(resolve(import.meta.dirname, '../../data')));

/** The report on a text, with the made-up sets unless told otherwise. */
export const reportOn = (text: string, options?: DecoderOptions, data = exampleData): Report =>
  decode(text, data, options);

/** Findings as `set:code`, in order, with the count where it is not one. */
export const codesIn = (text: string, data = exampleData): string =>
  decode(text, data)
    .findings.map(({ set, code, count }) => `${set}:${code}${count === 1 ? '' : `×${count}`}`)
    .join(' ');
