import { CfnParameter, Fn } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3KeyScope } from '../../src';
import { assume, Caller } from '../support/caller';
import { Customer, EXTERNAL_ID, VENDOR } from '../support/customer';
import { get, LEDGER, list, put } from '../support/probe';
import { scenario } from '../support/scenario';

const alice = { context: { 'aws:username': 'alice' } };

/** A session after a deployment with a template parameter set to a value. */
function withParameter(value: string, keys: (parameter: string) => S3KeyScope[]): () => Caller {
  return () => {
    const customer = new Customer();
    const parameter = new CfnParameter(customer.stack, 'Value');
    customer.role([S3Access.read(customer.orders, { keys: keys(parameter.valueAsString) })]);
    return Caller.role(customer.deploy({ parameters: { Value: value } }));
  };
}

describe('a folder that is a parameter', () => {
  const folder = (value: string) => withParameter(value, (parameter) => [S3KeyScope.folder(parameter)]);

  scenario('set to a path', folder('a/b'), {
    allows: [get('a/b/1'), get('a/b/c/1'), list('a/b/')],
    refuses: [get('a/b'), get('a/bc/1'), get('a/1'), list('a/b'), list('a/'), list(), put('a/b/1')],
  });

  scenario('set to an asterisk', folder('*'), {
    allows: [get('*/1'), list('*/')],
    refuses: [get('x/1'), get('1'), get('a/b/c'), list('x/'), list(''), list()],
  });

  scenario('set to two asterisks and a slash', folder('*/*'), {
    allows: [get('*/*/1'), list('*/*/')],
    refuses: [get('x/y/1'), get('*/y/1'), get('x/*/1'), list('x/y/')],
  });

  scenario('set to a question mark', folder('?'), {
    allows: [get('?/1'), list('?/')],
    refuses: [get('x/1'), get('/1'), list('x/')],
  });

  scenario('set to a policy variable', folder('${aws:username}'), {
    allows: [get('${aws:username}/1', alice), list('${aws:username}/', alice)],
    refuses: [get('alice/1', alice), list('alice/', alice), get('/1', alice)],
  });

  scenario('set to an escape', folder('${*}'), {
    allows: [get('${*}/1')],
    refuses: [get('*/1'), get('x/1'), get('${x}/1')],
  });

  scenario('set to what only becomes a variable once joined', folder('$'), {
    allows: [get('$/1')],
    refuses: [get('/1'), get('x/1')],
  });

  scenario('set to everything at once', folder('a*?$b${aws:username}$$**'), {
    allows: [get('a*?$b${aws:username}$$**/1', alice)],
    refuses: [get('axy$b${aws:username}$$**/1', alice), get('a*?$balice$$**/1', alice), get('a*?$b${aws:username}$$xx/1', alice)],
  });

  scenario('left empty opens no more than the folder without a name', folder(''), {
    allows: [get('/1')],
    refuses: [get('1'), get('a/1'), list(), list(''), list('a/')],
  });
});

describe('a parameter inside a path', () => {
  scenario('between literal parts', withParameter('*', (parameter) => [S3KeyScope.folder(`tenants/${parameter}/in`)]), {
    allows: [get('tenants/*/in/1'), list('tenants/*/in/')],
    refuses: [get('tenants/acme/in/1'), get('tenants/a/b/in/1'), list('tenants/acme/in/')],
  });

  scenario('after a dollar, which cannot join with it to a variable', withParameter('{aws:username}', (parameter) => [S3KeyScope.folder(`home/$${parameter}`)]), {
    allows: [get('home/${aws:username}/1', alice)],
    refuses: [get('home/alice/1', alice), get('home//1', alice)],
  });

  scenario('as the key of one object', withParameter('*', (parameter) => [S3KeyScope.object(`in/${parameter}.csv`)]), {
    allows: [get('in/*.csv')],
    refuses: [get('in/x.csv'), get('in/.csv'), get('in/*.csv.bak')],
  });

  scenario('as the start of keys', withParameter('d?', (parameter) => [S3KeyScope.startingWith(`in/${parameter}`)]), {
    allows: [get('in/d?1'), get('in/d?'), list('in/d?')],
    refuses: [get('in/d1'), get('in/dx1'), list('in/d'), list('in/dx')],
  });

  scenario('bound to a variable of a template', withParameter('*', (parameter) => [S3KeyScope.template('t/{tenant}/{full_date}', { tenant: parameter })]), {
    allows: [get('t/*/20261120/1')],
    refuses: [get('t/acme/20261120/1'), get('t/*/2026/1'), get('t/a/b/20261120/1')],
  });
});

describe('buckets and accounts known only at deployment', () => {
  scenario('a bucket whose name is a parameter', () => {
    const customer = new Customer({}, undefined);
    const name = new CfnParameter(customer.stack, 'BucketName').valueAsString;
    customer.role([S3Access.read(Bucket.fromBucketName(customer.stack, 'Named', name), { prefixes: ['in'] })]);
    return Caller.role(customer.deploy({ parameters: { BucketName: LEDGER } }));
  }, {
    allows: [get('in/1', { bucket: LEDGER }), list('in/', { bucket: LEDGER })],
    refuses: [get('in/1'), list('in/'), get('in/1', { bucket: LEDGER, owner: '444455556666', note: 'of another owner' }), put('in/1', { bucket: LEDGER })],
  });

  scenario('a bucket whose name is a parameter that somebody sets to a wildcard', () => {
    const customer = new Customer({}, undefined);
    const name = new CfnParameter(customer.stack, 'BucketName').valueAsString;
    customer.role([S3Access.readWrite(Bucket.fromBucketName(customer.stack, 'Named', name), { wholeBucket: true })]);
    return Caller.role(customer.deploy({ parameters: { BucketName: '*' } }));
  }, {
    allows: [],
    refuses: [get('in/1'), get('1', { bucket: LEDGER }), put('1', { bucket: LEDGER }), list('', { bucket: LEDGER }), list()],
  });

  scenario('a bucket imported from another stack\'s export', () => {
    const customer = new Customer({}, undefined);
    const imported = Bucket.fromBucketArn(customer.stack, 'Named', Fn.importValue('LedgerArn'));
    customer.role([S3Access.read(imported, { prefixes: ['in'] })]);
    return Caller.role(customer.deploy({ imports: { LedgerArn: `arn:aws:s3:::${LEDGER}` } }));
  }, {
    allows: [get('in/1', { bucket: LEDGER })],
    refuses: [get('in/1'), get('in2/1', { bucket: LEDGER }), get('in/1', { bucket: LEDGER, owner: '444455556666', note: 'of another owner' })],
  });

  scenario('a stack for any account pins the account that it is deployed in', () => {
    const customer = new Customer({}, undefined);
    customer.role([S3Access.readWrite(customer.orders, { wholeBucket: true })]);
    return Caller.role(customer.deploy());
  }, {
    allows: [get('1'), put('1')],
    refuses: [get('1', { owner: '444455556666', note: 'of another owner' }), put('1', { owner: '444455556666', note: 'of another owner' }), get('1', { bucket: LEDGER })],
  });
});

describe('an external ID that is a parameter', () => {
  const principal = `arn:aws:iam::${VENDOR}:role/ingest`;
  const deployed = () => {
    const customer = new Customer();
    const externalId = new CfnParameter(customer.stack, 'ExternalId', { maxLength: 64 }).valueAsString;
    customer.role([S3Access.read(customer.orders, { wholeBucket: true })], { externalId });
    return customer.deploy({ parameters: { ExternalId: EXTERNAL_ID } });
  };

  test.each([
    ['its value', EXTERNAL_ID, 'allowed'],
    ['another value', 'another-id', 'denied'],
    ['none', undefined, 'denied'],
  ] as const)('the role is assumed with %s: %s', async (_, externalId, verdict) => {
    expect(await assume(deployed(), { principal, externalId })).toBe(verdict);
  });
});

describe('the start of keys as a parameter', () => {
  const start = (value: string) => withParameter(value, (parameter) => [S3KeyScope.startingWith(`in-${parameter}`)]);

  scenario('left empty, after a literal part, opens no more than that part', start(''), {
    allows: [get('in-1'), list('in-')],
    refuses: [get('in'), get('out-1'), list('in'), list('')],
  });
});
