import { SourceBug } from './source-bug';

/** How much fits into a document, and how one is divided. */
export const SIZES: readonly SourceBug[] = [
  {
    name: 'a divided statement loses a value',
    file: 'policy/write/divide.ts',
    from: 'tail: cut.with(cut.values.slice(count)) };',
    to: 'tail: cut.with(cut.values.slice(count + 1)) };',
  },
  {
    name: 'the first managed policy is lost',
    file: 'policy/write/pack.ts',
    from: 'managed: documents.slice(1) };',
    to: 'managed: documents.slice(2) };',
  },
  {
    name: 'commas between statements are not counted',
    file: 'policy/write/pack.ts',
    from: 'room -= size + (document.length > 0 ? 1 : 0);',
    to: 'room -= size;',
    foundBy: 'test/policy/write/pack.test.ts',
    unseen: 'documents at the edge of a quota, to a character',
  },
  {
    name: 'what is waiting after a division is forgotten',
    file: 'policy/write/pack.ts',
    from: '      open();\n      waiting.push(statement);',
    to: '      open();',
  },
  {
    name: 'quotation marks are counted as they are',
    file: 'policy/base/reference.ts',
    from: 'return ESCAPED.test(text) ? JSON.stringify(text).length - 2 : text.length;',
    to: 'return text.length;',
  },
  {
    name: 'commas in lists are not counted',
    file: 'policy/write/size.ts',
    from: 'sum + jsonSize(item), 2 + Math.max(0, value.length - 1));',
    to: 'sum + jsonSize(item), 2);',
    foundBy: 'test/policy/write/size.test.ts',
    unseen: 'documents at the edge of a quota, to some characters',
  },
  {
    name: 'a managed policy holds as much as an inline one',
    file: 'policy/aws/quotas.ts',
    from: 'managedPolicy: 6144,',
    to: 'managedPolicy: 10240,',
  },
  {
    name: 'a group holds as much inline as a role',
    file: 'policy/aws/quotas.ts',
    from: 'groupInline: 5120,',
    to: 'groupInline: 10240,',
  },
  {
    name: 'a trust policy has no quota',
    file: 'policy/request/trust-request.ts',
    from: 'if (size > QUOTAS.trustPolicy) {',
    to: 'if (size > QUOTAS.managedPolicy) {',
    foundBy: 'test/policy/request/trust-request.test.ts',
    unseen: 'external IDs of up to 1,224 characters',
  },
  {
    name: 'each construct counts its own statements on a bucket',
    file: 'cdk/resources/resource-policies.ts',
    from: 'SIZES.set(bucket, size);',
    to: 'SIZES.delete(bucket);',
    foundBy: 'test/bad-input.test.ts',
    unseen: 'several constructs, or calls, that fill the policy of one bucket together',
  },
];
