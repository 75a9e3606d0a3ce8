import { S3Access, S3AccessOptions, S3KeyScope } from '../../src';
import { Caller } from '../support/caller';
import { Customer, session } from '../support/customer';
import { each, get, LEDGER, list, onBucket, put, remove } from '../support/probe';
import { scenario } from '../support/scenario';

const reading = (...keys: S3KeyScope[]) => () => session('read', { keys });

describe('a folder', () => {
  const expected = {
    allows: [get('a/b/1'), get('a/b/c/d/1'), get('a/b//1'), list('a/b/'), list('a/b/c')],
    refuses: [get('a/b'), get('a/bc/1'), get('a/1'), get('x/a/b/1'), list('a/b'), list('a/'), list(''), list(), put('a/b/1'), remove('a/b/1')],
  };
  scenario('without a final slash', reading(S3KeyScope.folder('a/b')), expected);
  scenario('with a final slash', reading(S3KeyScope.folder('a/b/')), expected);
  scenario('as a prefix', () => session('read', { prefixes: ['a/b'] }), expected);
});

describe('startingWith', () => {
  scenario('the start of a name', reading(S3KeyScope.startingWith('data_')), {
    allows: [get('data_2025.csv'), get('data_'), get('data_old/2024.csv'), list('data_'), list('data_2')],
    refuses: [get('data'), get('data-2025.csv'), get('Data_2025.csv'), get('x/data_2025.csv'), list('data'), list('d'), list(''), list(), put('data_1')],
  });

  scenario('the start of a name in a folder', reading(S3KeyScope.startingWith('logs/app.')), {
    allows: [get('logs/app.log'), get('logs/app.d/1'), list('logs/app.')],
    refuses: [get('logs/appx'), get('logs/web.log'), list('logs/'), list('logs/app')],
  });
});

describe('object', () => {
  scenario('one object, which no listing shows', reading(S3KeyScope.object('in/manifest.json')), {
    allows: [get('in/manifest.json'), onBucket('GetBucketLocation')],
    refuses: [
      get('in/manifest.json.bak'),
      get('in/manifest.json/1'),
      get('in/manifest'),
      get('manifest.json'),
      list('in/manifest.json'),
      list('in/'),
      list(),
    ],
  });

  scenario('one object to write and delete', () => session('write', { keys: [S3KeyScope.object('out/done')], delete: true }), {
    allows: [put('out/done'), remove('out/done')],
    refuses: [put('out/done2'), remove('out/done/x'), get('out/done'), put('out/')],
  });

  scenario('one object beside a folder, which alone is listed', reading(S3KeyScope.object('manifest.json'), S3KeyScope.folder('in')), {
    allows: [get('manifest.json'), get('in/1'), list('in/')],
    refuses: [get('manifest.json.bak'), list('manifest.json'), list('in'), get('out/1')],
  });
});

describe('template', () => {
  scenario('with every variable bound', reading(S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: 'acme', full_date: '20261120' })), {
    allows: [get('exports/acme/20261120/1.csv'), list('exports/acme/20261120/')],
    refuses: [get('exports/acme/20261121/1.csv'), get('exports/other/20261120/1.csv'), list('exports/acme/'), list('exports/acme/2026112')],
  });

  scenario('with dates unbound: exactly as many characters', reading(S3KeyScope.template('exports/{tenant}/{date}/{full_date}', { tenant: 'acme' })), {
    allows: [get('exports/acme/202611/20261120/1.csv'), list('exports/acme/202611/20261120/')],
    refuses: [
      get('exports/acme/2026/20261120/1.csv'),
      get('exports/acme/202611/2026/1.csv'),
      get('exports/acme/2026111/20261120/1.csv'),
      get('exports/acme/202611/1.csv'),
      get('exports/other/202611/20261120/1.csv'),
      list('exports/acme/202611/'),
      list('exports/acme/'),
    ],
  });

  scenario('with a name unbound: any, and, as IAM has it, across slashes', reading(S3KeyScope.template('exports/{tenant}/daily', {})), {
    allows: [get('exports/acme/daily/1.csv'), get('exports/other/daily/1.csv'), get('exports/a/b/daily/1.csv'), list('exports/acme/daily/')],
    refuses: [get('exports/acme/monthly/1.csv'), get('exports/daily/1.csv'), get('exports/acme/daily'), get('daily/1.csv'), list('exports/'), list('exports/acme/')],
  });

  scenario('with a value that looks like a pattern: bound values are literal', reading(S3KeyScope.template('t/{tenant}/{tap}', { tenant: 'a*', tap: '??' })), {
    allows: [get('t/a*/??/1')],
    refuses: [get('t/ab/xy/1'), get('t/a*/xy/1'), get('t/ab/??/1'), list('t/ab/xy/')],
  });

  scenario('with braces only in the middle of a name', reading(S3KeyScope.template('in/run-{job_id}-out', {})), {
    allows: [get('in/run-7-out/1'), list('in/run-7-out/')],
    refuses: [get('in/run-7-tmp/1'), get('in/run-7-out'), list('in/run-')],
  });
});

describe('several scopes', () => {
  scenario('in one declaration are a union', () => session('read', { prefixes: ['a', 'b/c'], keys: [S3KeyScope.startingWith('x_')] }), {
    allows: [get('a/1'), get('b/c/1'), get('x_1'), list('a/'), list('b/c/'), list('x_')],
    refuses: [get('b/1'), get('ab/1'), get('x'), get('ax_1'), list('b/'), list('x'), list('')],
  });

  scenario('where one covers another lose nothing', () => session('read', { prefixes: ['a/b', 'a', 'a/b/c', 'a-b'] }), {
    allows: [get('a/1'), get('a/b/1'), get('a/b/c/1'), get('a-b/1'), list('a/'), list('a/b/'), list('a-b/')],
    refuses: [get('a'), get('a-c/1'), get('a-b'), get('b/1'), list('a'), list('a-'), list('')],
  });
});

describe('several declarations are never crossed', () => {
  const declare = (...access: Array<[mode: 'read' | 'write' | 'readWrite', bucket: 'orders' | 'ledger', options: S3AccessOptions]>) => () => {
    const customer = new Customer();
    customer.role(access.map(([mode, bucket, options]) => S3Access[mode](customer[bucket], options)));
    return Caller.role(customer.deploy());
  };
  const inLedger = { bucket: LEDGER };

  scenario('reading here, writing there', declare(['read', 'orders', { prefixes: ['in'] }], ['write', 'orders', { prefixes: ['out'] }]), {
    allows: [get('in/1'), put('out/1'), list('in/')],
    refuses: [put('in/1'), get('out/1'), list('out/')],
  });

  scenario('reading a folder, writing a folder in it', declare(['read', 'orders', { prefixes: ['a'] }], ['write', 'orders', { prefixes: ['a/b'] }]), {
    allows: [get('a/1'), get('a/b/1'), put('a/b/1'), list('a/')],
    refuses: [put('a/1'), put('a/bc'), put('a/c/1'), list('a')],
  });

  scenario('writing a folder, reading a folder in it', declare(['write', 'orders', { prefixes: ['a'] }], ['read', 'orders', { prefixes: ['a/b'] }]), {
    allows: [put('a/1'), put('a/b/1'), get('a/b/1'), list('a/b/')],
    refuses: [get('a/1'), list('a/'), get('a/c/1'), get('a/b')],
  });

  scenario('one folder in each of two buckets', declare(['read', 'orders', { prefixes: ['a'] }], ['read', 'ledger', { prefixes: ['b'] }]), {
    allows: [get('a/1'), get('b/1', inLedger), list('a/'), list('b/', inLedger)],
    refuses: [get('b/1'), get('a/1', inLedger), list('b/'), list('a/', inLedger)],
  });

  scenario('deleting allowed in one folder only', declare(['write', 'orders', { prefixes: ['a'], delete: true }], ['write', 'orders', { prefixes: ['b'] }]), {
    allows: [put('a/1'), put('b/1'), remove('a/1')],
    refuses: [remove('b/1'), ...each('DeleteObject', ['a', 'c/1'])],
  });

  scenario('TLS given up in one bucket only', declare(['read', 'orders', { wholeBucket: true, requireTls: false }], ['read', 'ledger', { wholeBucket: true }]), {
    allows: [get('1', { context: { 'aws:SecureTransport': 'false' }, note: 'without TLS' }), get('1', inLedger)],
    refuses: [get('1', { ...inLedger, context: { 'aws:SecureTransport': 'false' }, note: 'without TLS' }), put('1')],
  });

  scenario('TLS given up in one folder only', declare(['read', 'orders', { prefixes: ['a'], requireTls: false }], ['read', 'orders', { prefixes: ['b'] }]), {
    allows: [get('a/1', { context: { 'aws:SecureTransport': 'false' }, note: 'without TLS' }), get('b/1')],
    refuses: [get('b/1', { context: { 'aws:SecureTransport': 'false' }, note: 'without TLS' }), list('b/', { context: { 'aws:SecureTransport': 'false' } })],
  });
});
