import { BUCKET, ProofCase, read, readWrite, role, write } from './case';
import { ScopeDeclaration, Scopes } from '../../meaning/declaration';

const folder = (path: string): ScopeDeclaration => ({ kind: 'folder', path });
const startingWith = (start: string): ScopeDeclaration => ({ kind: 'startingWith', start });
const object = (key: string): ScopeDeclaration => ({ kind: 'object', key });
const template = (text: string, values?: Record<string, string>): ScopeDeclaration => ({ kind: 'template', template: text, values });

/** Parts of a bucket of every kind. */
const PARTS: Readonly<Record<string, Scopes>> = {
  'the whole bucket': 'wholeBucket',
  'a folder': [folder('in')],
  'a nested folder': [folder('incoming/orders/2025')],
  'a folder with a final slash': [folder('incoming/orders/')],
  'keys that start alike': [startingWith('daily/2025-')],
  'keys that start with a folder': [startingWith('daily/')],
  'an object': [object('manifest.json')],
  'an object in a folder': [object('daily/manifest.json')],
  'a template, bound': [template('exports/{tenant}/{full_date}', { tenant: 'acme', full_date: '20250101' })],
  'a template with a fixed length': [template('exports/{tenant}/{full_date}', { tenant: 'acme' })],
  'a template with two fixed lengths': [template('{date}/{full_date}')],
  'a template with a free variable and a fixed length': [template('{tenant}/{date}')],
  'a template with a free variable': [template('exports/{tenant}')],
  'a template with a free variable in the middle': [template('exports/{tenant}/orders')],
  'a template with a free variable inside of a name': [template('exports/v1-{job_id}-x/{date}')],
  'several parts': [folder('in'), folder('out/final'), startingWith('log-'), object('manifest.json'), template('exports/{tenant}/{date}')],
  'a folder within a folder': [folder('in'), folder('in/2025'), folder('in/2025/12')],
  'a folder under keys that start alike': [startingWith('in'), folder('in/2025'), object('index.html')],
  'an object in a folder that is declared as well': [folder('in'), object('in/manifest.json')],
  'a folder that a template covers': [template('{tenant}/orders'), folder('acme/orders')],
  'folders with a common start': [folder('in'), folder('in-secret'), folder('inner')],
};

/** Characters that mean something to IAM, JSON or a solver. */
const HOSTILE = [
  '*', 'a*', '?', 'a?c', '$', '$$', '${aws:username}', '${*}', '${?}', '${$}', '*}', 'a"b', 'a\\u{2a}b', 'a\\b', 'b\u00e4r \u00ff', '{', '}', '[a-z]', '.*',
];

/** A part of each kind with hostile text in it. */
function hostileParts(text: string): ScopeDeclaration[] {
  const inTemplate = /[{}]/.test(text) ? [] : [template(`t-${text}/{date}`)];
  return [folder(`f/${text}`), startingWith(`s/${text}`), object(`o/${text}`), template('v/{tenant}/x', { tenant: text }), ...inTemplate];
}

/** The same text, known at deployment only. */
function hostileParameters(text: string): ScopeDeclaration[] {
  return hostileParts(text)
    .filter((scope) => scope.kind !== 'template' || scope.values !== undefined)
    .map((scope) => ({ ...scope, atDeployment: true }));
}

export const SCOPES: readonly ProofCase[] = [
  ...Object.entries(PARTS).map(([name, scopes]) => ({ name, declaration: role({ access: [readWrite({ scopes })] }) })),
  ...HOSTILE.map((text) => ({ name: `hostile text ${text}`, declaration: role({ access: [read({ scopes: hostileParts(text) })] }) })),
  ...['*', '?', 'a?*c', '$', '${aws:username}', '${*}', '*}', 'a"b'].map((text) => ({
    name: `hostile parameter ${text}`, declaration: role({ access: [read({ scopes: hostileParameters(text) })] }),
  })),
  ...['acme-*', '*'].map((name) => ({
    name: `a bucket by a parameter that is ${name}`,
    declaration: role({ buckets: [{ source: 'parameter' as const, name }], access: [readWrite()] }),
  })),
  {
    name: 'a bucket by a parameter that is a policy variable',
    declaration: role({ buckets: [{ source: 'parameter', name: '${aws:username}' }], access: [readWrite()] }),
    unaskable: 'iam-simulate takes no such name for that of a bucket',
  },
  {
    name: 'different parts to read and to write',
    declaration: role({ access: [read({ scopes: [folder('in'), folder('both')] }), write({ scopes: [folder('out'), folder('both')] })] }),
  },
  { name: 'a folder to write in a bucket to read', declaration: role({ access: [read({ scopes: 'wholeBucket' }), write({ scopes: [folder('out')] })] }) },
  { name: 'an object beside a folder declared later', declaration: role({ access: [read({ scopes: [object('in/a')] }), read()], addedLater: 1 }) },
  {
    name: 'two buckets whose names start alike',
    declaration: role({
      buckets: [{ source: 'created', name: BUCKET }, { source: 'imported', name: `${BUCKET}-2` }],
      access: [read(), write({ bucket: 1, scopes: [folder('out')] })],
    }),
  },
  {
    name: 'so many folders that policies overflow',
    declaration: role({
      access: [read({ scopes: Array.from({ length: 17 }, (_, i) => folder(`${'archive-of-orders/'.repeat(18)}region-${i % 3}/tenant-${i}`)) })],
    }),
    unaskable: 'the solver takes long to write keys of that length',
  },
];
