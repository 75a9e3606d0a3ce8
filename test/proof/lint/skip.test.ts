import { Finding, TemplateFile } from './finding';
import { covers, faultOf, part, silencers, Skip, titleOf } from './skip';
import { SKIPS } from './skips';

const FINDING: Finding = { tool: 'checkov', rule: 'CKV_AWS_18', template: 'integ/role/Stack', resource: 'Bucket12', message: 'no access logging' };
const SKIP: Skip = { tool: 'checkov', rule: 'CKV_AWS_18', reason: 'The bucket stands for one that the customer has already.' };

function template(name: string, Resources: TemplateFile['content']['Resources'], Metadata?: unknown): TemplateFile {
  return { name, path: `${name}.template.json`, content: { Resources, Metadata } };
}

const TEMPLATES = new Map([['integ/role/Stack', template('integ/role/Stack', { Bucket12: { Type: 'AWS::S3::Bucket' } })]]);

describe('a skip', () => {
  test.each<[string, Partial<Skip>]>([
    ['its tool and rule', {}],
    ['its type', { type: 'AWS::S3::Bucket' }],
    ['its template', { template: /^integ\// }],
    ['its resource', { resource: /^Bucket/ }],
    ['its message', { message: /logging$/ }],
    ['all of them', { type: 'AWS::S3::Bucket', template: /^integ\//, resource: /^Bucket/, message: /logging$/ }],
  ])('covers a finding by %s', (_, limits) => {
    expect(covers({ ...SKIP, ...limits }, FINDING, 'AWS::S3::Bucket')).toBe(true);
  });

  test.each<[string, Partial<Skip>]>([
    ['tool', { tool: 'cfn-guard' }],
    ['rule', { rule: 'CKV_AWS_1' }],
    ['type', { type: 'AWS::IAM::Role' }],
    ['template', { template: /^demo\// }],
    ['resource', { resource: /^Key/ }],
    ['message', { message: /versioning/ }],
  ])('covers no finding of another %s', (_, limits) => {
    expect(covers({ ...SKIP, ...limits }, FINDING, 'AWS::S3::Bucket')).toBe(false);
  });

  test('for a type or a resource covers no finding about the template as a whole', () => {
    const whole = { ...FINDING, resource: undefined };
    expect(covers({ ...SKIP, type: 'AWS::S3::Bucket' }, whole, undefined)).toBe(false);
    expect(covers({ ...SKIP, resource: /./ }, whole, undefined)).toBe(false);
    expect(covers(SKIP, whole, undefined)).toBe(true);
  });

  test('is at fault when it explains nothing', () => {
    expect(faultOf(SKIP, 0)).toContain('remove it');
    expect(faultOf(SKIP, 1)).toBeUndefined();
  });

  test.each(['', 'false positive', 'Not ours.', 'the bucket stands for one that the customer has already.', 'The bucket stands for one of the customer'])(
    'is at fault when its reason is "%s"', (reason) => {
      expect(faultOf({ ...SKIP, reason }, 1)).toContain('no sentence');
    });

  test('is told apart by its limits', () => {
    expect(titleOf({ ...SKIP, type: 'AWS::S3::Bucket', template: /^integ\// })).toBe('checkov CKV_AWS_18 AWS::S3::Bucket /^integ\\//');
  });
});

describe('findings', () => {
  test('are parted into open and explained ones', () => {
    const other = { ...FINDING, rule: 'CKV_AWS_21' };
    const skips = [{ ...SKIP, type: 'AWS::IAM::Role' }, { ...SKIP, type: 'AWS::S3::Bucket' }];
    expect(part([FINDING, other], skips, TEMPLATES)).toEqual({ open: [other], explained: [0, 1] });
  });

  test('count for the first skip that covers them', () => {
    expect(part([FINDING], [SKIP, SKIP], TEMPLATES)).toEqual({ open: [], explained: [1, 0] });
  });

  test('about a resource that the template does not have are of no type', () => {
    const lost = { ...FINDING, resource: 'Elsewhere' };
    expect(part([lost], [{ ...SKIP, type: 'AWS::S3::Bucket' }], TEMPLATES).open).toEqual([lost]);
  });
});

describe('orders to linters', () => {
  test.each(['cfn-lint', 'checkov', 'guard', 'cfn_nag', 'cdk_nag'])('for %s are found in a resource and in the template', (key) => {
    const resource = { Type: 'AWS::IAM::Role', Metadata: { [key]: {} } };
    expect(silencers(template('t', { Role: resource }))).toEqual([`Role: ${key}`]);
    expect(silencers(template('t', {}, { [key]: {} }))).toEqual([`the template: ${key}`]);
  });

  test('are not seen in other metadata', () => {
    expect(silencers(template('t', { Role: { Type: 'AWS::IAM::Role', Metadata: { 'aws:cdk:path': 'Stack/Role' } } }))).toEqual([]);
  });
});

describe('the skips of this library', () => {
  test('excuse nothing in roles, users and their policies but the style of the CDK\'s templates', () => {
    const OURS = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::AccessKey', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];
    const wide = SKIPS.filter(({ type, rule }) => (type === undefined || OURS.includes(type)) && !rule.startsWith('Annotation::cdk-vendor-s3-access:'));
    const oneClick = wide.filter((skip) => skip.template?.source.includes('kits'));
    expect(wide.filter((skip) => !oneClick.includes(skip)).map(({ tool, rule }) => [tool, rule])).toEqual([['cfn-lint', 'I1022']]);
    // Functions in one-click templates that another linter, or this one, does not look into.
    expect(oneClick.map(({ tool, rule }) => [tool, rule])).toEqual([['cfn-lint', 'W1028'], ['cfn-guard', 'CT.IAM.PR.5'], ['cfn-guard', 'CT.IAM.PR.3']]);
  });

  test('are all different', () => {
    expect(new Set(SKIPS.map(titleOf)).size).toBe(SKIPS.length);
  });

  test.each(SKIPS.map((skip) => [titleOf(skip), skip] as const))('say why: %s', (_, skip) => {
    expect(faultOf(skip, 1)).toBeUndefined();
  });
});
