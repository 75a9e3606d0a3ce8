import * as fc from 'fast-check';
import { reference } from '../../../src/policy/base';
import { ALWAYS, Statement } from '../../../src/policy/document';
import { documentBytes, documentSize, EMPTY_DOCUMENT_SIZE, jsonSize, statementSize, statementToJson, toJson } from '../../../src/policy/write';
import { longStatement } from '../arbitraries';

test('the size of plain data is the length of its JSON', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 4 }, tie('text'), fc.array(tie('tree'), { maxLength: 4 }), fc.dictionary(fc.string(), tie('tree'), { maxKeys: 4 })),
    // Without the two characters that mark a reference.
    text: fc.string({ unit: 'binary' }).map((text) => text.replace(/[\u0001\u0002]/g, '')),
  }));
  fc.assert(fc.property(tree, (value) => {
    expect(jsonSize(value)).toBe(JSON.stringify(value).length);
  }));
});

test('the size of statements and documents is the length of their JSON', () => {
  expect(EMPTY_DOCUMENT_SIZE).toBe(JSON.stringify(toJson([])).length);
  fc.assert(fc.property(fc.array(longStatement, { maxLength: 4 }), (statements) => {
    expect(documentSize(statements)).toBe(JSON.stringify(toJson(statements)).length);
    statements.forEach((statement) => expect(statementSize(statement)).toBe(JSON.stringify(statementToJson(statement)).length));
  }), { numRuns: 50 });
});

test('a reference counts at its upper bound', () => {
  const statement = (resource: string): Statement => ({ effect: 'Allow', actions: ['s3:GetObject'], resources: [resource], conditions: ALWAYS });
  expect(statementSize(statement(`arn:aws:s3:::${reference('Bucket', 63)}/*`))).toBe(statementSize(statement(`arn:aws:s3:::${'b'.repeat(63)}/*`)));
  expect(jsonSize({ [`aws:RequestTag/${reference('Tag', 20)}`]: [''] })).toBe(JSON.stringify({ [`aws:RequestTag/${'t'.repeat(20)}`]: [''] }).length);
});

test.each([['{}', {}], ['[]', []], ['""', ''], ['{"a":[]}', { a: [] }]])('%s is counted', (text, value) => {
  expect(jsonSize(value)).toBe(text.length);
});

test('bytes are those of UTF-8, of the same document', () => {
  const of = (name: string): Statement => ({ effect: 'Allow', actions: ['s3:GetObject'], resources: [`arn:aws:s3:::videos/${name}`, 'arn:aws:s3:::x'], conditions: ALWAYS });
  for (const name of ['plain', 'é', '日本', '𝄞', 'é日𝄞"\\']) {
    const json = JSON.stringify(toJson([of(name), of('other')]));
    expect(documentSize([of(name), of('other')])).toBe(json.length);
    expect(documentBytes([of(name), of('other')])).toBe(Buffer.byteLength(json));
  }
});
