import { parse, ScalarTag, CollectionTag } from 'yaml';
import { templateYaml } from '../../../src/kit/files';

const FUNCTIONS = ['And', 'Equals', 'If', 'Join', 'Not', 'Or', 'Select', 'Split', 'Sub'].map((name) => [name, `Fn::${name}`]);

/** Reads short forms back, as CloudFormation does. */
const TAGS: Array<ScalarTag | CollectionTag> = [
  ...[['Ref', 'Ref'], ['Condition', 'Condition'], ['Sub', 'Fn::Sub']].map(([tag, name]): ScalarTag => ({
    tag: `!${tag}`, resolve: (text) => ({ [name]: text }),
  })),
  { tag: '!GetAtt', resolve: (text: string) => ({ 'Fn::GetAtt': text.split('.') }) },
  ...FUNCTIONS.map(([tag, name]): CollectionTag => ({
    tag: `!${tag}`, collection: 'seq', resolve: (list: any) => ({ [name]: list.toJSON() }) as any,
  })),
];

function readBack(text: string): unknown {
  return JSON.parse(JSON.stringify(parse(text, { version: '1.1', customTags: (tags) => [...tags, ...TAGS], logLevel: 'error' })));
}

test.each<[string, object]>([
  ['a reference', { A: { Ref: 'B' } }],
  ['an attribute', { A: { 'Fn::GetAtt': ['Role', 'Arn'] } }],
  ['functions in functions', {
    A: { 'Fn::Select': [3, { 'Fn::Split': [':', { 'Fn::Sub': '${KmsKeyArn}:::' }] }] },
    B: { 'Fn::If': ['HasKey', { 'Fn::Join': ['-', [{ Ref: 'X' }, 'y']] }, { Ref: 'AWS::NoValue' }] },
  }],
  ['a substitution with a map', { A: { 'Fn::Sub': ['${B}', { B: { Ref: 'C' } }] } }],
  ['conditions', { A: { 'Fn::And': [{ Condition: 'X' }, { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'P' }, ''] }] }, { 'Fn::Or': [{ Condition: 'Y' }, { Condition: 'N' }] }] } }],
  ['a resource under a condition', { Resources: { A: { Type: 'AWS::IAM::Role', Condition: 'HasRole' } } }],
  ['text that YAML 1.1 would read as something else', { A: ['yes', 'No', 'on', '012', '1:30', '2012-10-17', '1e3', '~', 'null', '', ' a ', '!Ref B', '*', '&a', '- a', 'a: b', '#'] }],
  ['patterns and long text', { A: '^$|^(?!.*/$)[a-z"\'\\\\/]+$', B: 'word '.repeat(60) }],
  ['the same part twice', (() => {
    const part = { Effect: 'Allow', Action: ['s3:GetObject'] };
    return { A: part, B: part };
  })()],
])('reads back as it was: %s', (_, template) => {
  expect(readBack(templateYaml(template))).toEqual(template);
});

test('uses short forms', () => {
  expect(templateYaml({ A: { 'Fn::If': ['HasKey', { 'Fn::Sub': 'arn:${P}' }, { Ref: 'AWS::NoValue' }] }, B: { 'Fn::GetAtt': ['Role', 'Arn'] } }))
    .toBe('A: !If\n  - HasKey\n  - !Sub arn:${P}\n  - !Ref AWS::NoValue\nB: !GetAtt Role.Arn\n');
});

test('leaves alone what only looks like a function', () => {
  const template = { Condition: { StringEquals: { Ref: ['x'] } }, Other: { 'Fn::Base64': 'x' } };
  expect(templateYaml(template)).not.toContain('!');
  expect(readBack(templateYaml(template))).toEqual(template);
});
