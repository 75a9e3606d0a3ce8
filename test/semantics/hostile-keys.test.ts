import { runSimulation } from '@cloud-copilot/iam-simulate';
import { S3Access, S3KeyScope, Vendors, VendorS3AccessUser } from '../../src';
import { Caller } from '../support/caller';
import { Customer, session } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { get, list, ORDERS, Probe, put } from '../support/probe';
import { scenario } from '../support/scenario';

/** Somebody whom a policy variable would let through, if one got into the policy. */
const alice: Pick<Probe, 'context'> = { context: { 'aws:username': 'alice', 'aws:userid': 'AIDAALICE', 'aws:PrincipalTag/team': 'blue' } };

describe('keys that look like patterns are literal', () => {
  scenario('an asterisk in a folder', () => session('read', { prefixes: ['in/*'] }), {
    allows: [get('in/*/1'), list('in/*/')],
    refuses: [get('in/x/1'), get('in//1'), get('in/x/y/1'), get('in/**/1'), list('in/x/'), list('in/'), get('in/*')],
  });

  scenario('nothing but an asterisk', () => session('read', { prefixes: ['*'] }), {
    allows: [get('*/1'), list('*/')],
    refuses: [get('x/1'), get('1'), get('a/b/c'), list('x/'), list(''), list()],
  });

  scenario('a question mark in a folder', () => session('read', { prefixes: ['in/20??'] }), {
    allows: [get('in/20??/1'), list('in/20??/')],
    refuses: [get('in/2026/1'), get('in/20/1'), get('in/20?6/1'), list('in/2026/')],
  });

  scenario('a policy variable in a folder', () => session('read', { prefixes: ['home/${aws:username}'] }), {
    allows: [get('home/${aws:username}/1', alice), list('home/${aws:username}/', alice)],
    refuses: [get('home/alice/1', alice), list('home/alice/', alice), get('home//1', alice), get('home/{aws:username}/1', alice)],
  });

  scenario('a policy variable with a default', () => session('read', { prefixes: ["${aws:PrincipalTag/team, 'any'}"] }), {
    allows: [get("${aws:PrincipalTag/team, 'any'}/1", alice)],
    refuses: [get('any/1'), get('blue/1', alice)],
  });

  scenario('an escape written by hand', () => session('read', { prefixes: ['a${*}b', 'c${$}d'] }), {
    allows: [get('a${*}b/1'), get('c${$}d/1')],
    refuses: [get('a*b/1'), get('axb/1'), get('a${x}b/1'), get('c$d/1'), get('c${x}d/1')],
  });

  scenario('dollars, braces and backslashes', () => session('read', { prefixes: ['$', 'a$', '{b}', 'c\\d', '$$x', 'e^.+()|[f]'] }), {
    allows: [get('$/1'), get('a$/1'), get('{b}/1'), get('c\\d/1'), get('$$x/1'), get('e^.+()|[f]/1')],
    refuses: [get('/1'), get('a/1'), get('b/1'), get('cd/1'), get('$x/1'), get('e/1'), get('e^..()|[f]/1')],
  });

  scenario('an object whose key holds all of them', () => session('write', { keys: [S3KeyScope.object('a*b?c${aws:username}.csv')] }), {
    allows: [put('a*b?c${aws:username}.csv', alice)],
    refuses: [put('axbycalice.csv', alice), put('a*b?calice.csv', alice), put('axb?c${aws:username}.csv', alice), put('a*b?c${aws:username}.csv/1', alice)],
  });

  scenario('a start that ends in an asterisk', () => session('read', { keys: [S3KeyScope.startingWith('d*')] }), {
    allows: [get('d*'), get('d*1'), list('d*')],
    refuses: [get('d1'), get('d'), list('d'), list('d1')],
  });
});

describe('keys with unusual characters', () => {
  scenario('spaces and Latin-1 letters', () => session('readWrite', { prefixes: ['Aufträge 2026/café crème'] }), {
    allows: [get('Aufträge 2026/café crème/Übersicht.csv'), put('Aufträge 2026/café crème/1 2.csv'), list('Aufträge 2026/café crème/')],
    refuses: [
      get('Auftrage 2026/cafe creme/1.csv'),
      get('Aufträge+2026/café+crème/1.csv'),
      get('Aufträge%202026/café%20crème/1.csv'),
      get('Auftra\u0308ge 2026/cafe\u0301 cre\u0300me/1.csv', { note: 'in decomposed form' }),
      put('Aufträge 2026/café crème'),
      list('Aufträge 2026/café crème'),
    ],
  });

  scenario('names below a folder that no policy could spell', () => session('read', { prefixes: ['in'] }), {
    allows: [get('in/注文.csv'), get('in/🚚/1'), get('in/a:b:c'), get('in/%2e%2e/1'), get('in/../out/1'), get('in/*'), get('in/?')],
    refuses: [get('out/注文.csv'), get('in🚚/1'), get('in:a'), get('in%2f1'), get('注文/in/1'), get('*/in/1'), get('?')],
  });
});

describe('what the tests themselves rest on', () => {
  const simulated = async (resource: string) => runSimulation({
    request: { principal: `arn:aws:iam::${CUSTOMER}:role/x`, action: 's3:GetObject', resource: { resource, accountId: CUSTOMER }, contextVariables: {} },
    identityPolicies: [{ name: 'p', policy: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${ORDERS}/in/\${*}` } } }],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }, {});

  test('iam-simulate takes an asterisk in a request for a pattern, so another matcher has to judge such keys', async () => {
    expect((await simulated(`arn:aws:s3:::${ORDERS}/in/*`)).resultType).toBe('wildcard');
    expect((await simulated(`arn:aws:s3:::${ORDERS}/in/x`)).resultType).toBe('single');
  });

  test('a policy variable does open the folder of a user, where it is not escaped', async () => {
    const customer = new Customer();
    const { user, group } = new VendorS3AccessUser(customer.stack, 'Access', { vendor: Vendors.hotglue(), access: [S3Access.read(customer.orders, { prefixes: ['${aws:username}'] })] });
    const template = customer.deploy();
    const escaped = template.identityPolicies(customer.stack.getLogicalId(group.node.defaultChild as any));
    const open = JSON.parse(JSON.stringify(escaped).replace(/\$\{\$\}/g, '$'));
    const arn = template.arn(customer.stack.getLogicalId(user.node.defaultChild as any));
    expect(await new Caller(arn, open, template).request(get('alice/1', alice))).toBe('allowed');
    expect(await new Caller(arn, escaped, template).request(get('alice/1', alice))).toBe('denied');
  });
});
