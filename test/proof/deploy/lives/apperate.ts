import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, role, uses } from './common';
import { S3Access } from '../../../../src';
import { get, Probe, put } from '../../../support/probe';
import { APPERATE } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';
import { Life } from '../life';

const { example } = APPERATE;

function quotes(bucket: string, folder: string): Probe[] {
  return uses(APPERATE, 'read', bucket, folder);
}

/** Reads, through a role that is there before its user is known. */
export const APPERATE_LIFE: Life = {
  title: APPERATE.title,
  by: 'role',
  vendor: (pending) => vendorOf(APPERATE.declared(pending ? undefined : example.principalArn)),
  data: buckets(),
  construct: role,
  entrance: { principal: example.caller, others: example.strangers },
  grants: {
    quotes: {
      declare: (data) => S3Access.read(data('Prices'), { prefixes: ['quotes/eod', HOSTILE] }),
      opens: (at) => [...quotes(at.bucket('Prices'), 'quotes/eod'), ...quotes(at.bucket('Prices'), HOSTILE)],
    },
    allQuotes: {
      declare: (data) => S3Access.read(data('Prices'), { prefixes: ['quotes'] }),
      opens: (at) => [...quotes(at.bucket('Prices'), 'quotes/eod'), ...quotes(at.bucket('Prices'), 'quotes/eod-secret')],
    },
    trades: {
      declare: (data) => S3Access.read(data('Trades'), { prefixes: ['2026'] }),
      opens: (at) => quotes(at.bucket('Trades'), '2026'),
    },
  },
  never: (at) => [
    ...beside(at.bucket('Prices'), 'quotes'),
    ...beside(at.bucket('Trades'), '2026'),
    ...HOSTILE_NEIGHBOURS.map((key) => get(key, { bucket: at.bucket('Prices') })),
    put('quotes/eod/1', { bucket: at.bucket('Prices') }),
    get('2026/1', { bucket: at.bucket('Prices') }),
    get('quotes/eod/1', { bucket: at.bucket('Trades') }),
  ],
  stages: [
    { title: 'created while pending', grants: ['quotes'], pending: true },
    { title: 'live', pending: false, externalIds: [example.externalId] },
    { title: 'a bucket added', grants: ['quotes', 'trades'] },
    { title: 'widened', grants: ['quotes', 'allQuotes', 'trades'] },
    { title: 'narrowed', grants: ['quotes'] },
    { title: 'the external ID in rotation', externalIds: [example.externalId, example.nextExternalId] },
    { title: 'the external ID rotated', externalIds: [example.nextExternalId] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
  ],
};
