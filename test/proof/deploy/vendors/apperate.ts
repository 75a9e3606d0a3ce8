import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, reading, role } from './common';
import { S3Access, Vendors } from '../../../../src';
import { get, onKey, Probe, put } from '../../../support/probe';
import { VendorCase } from '../vendor-case';

const USER = 'arn:aws:iam::222233334444:user/apperate-workspace-17';

/** What it reads is read in every version. */
function quotes(bucket: string, folder: string): Probe[] {
  return [...reading(bucket, folder), onKey('GetObjectVersion', `${folder}/1`, { bucket })];
}

/** Reads, through a role that is there before its user is known. */
export const APPERATE: VendorCase = {
  title: 'IEX Cloud Apperate',
  by: 'role',
  vendor: (pending) => Vendors.apperate(pending ? {} : { userArn: USER }),
  data: buckets(),
  construct: role,
  entrance: { principal: USER, others: ['arn:aws:iam::222233334444:user/apperate-workspace-18', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:user/x'] },
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
    { title: 'live', pending: false, externalIds: ['iex_ws17=abc/1'] },
    { title: 'a bucket added', grants: ['quotes', 'trades'] },
    { title: 'widened', grants: ['quotes', 'allQuotes', 'trades'] },
    { title: 'narrowed', grants: ['quotes'] },
    { title: 'the external ID in rotation', externalIds: ['iex_ws17=abc/1', 'iex_ws17=abc/2'] },
    { title: 'the external ID rotated', externalIds: ['iex_ws17=abc/2'] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
  ],
};
