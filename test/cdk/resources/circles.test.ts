import { App, CfnResource, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { closesCircle, TemplateReferences } from '../../../src/cdk/resources/circles';

function make(...ids: string[]) {
  const stack = new Stack(new App(), 'Test');
  return { stack, resources: ids.map((id) => new CfnResource(stack, id, { type: 'AWS::SNS::Topic' })) };
}

describe('a statement closes a circle', () => {
  test('with the resource itself, with what refers to it, and with what waits for it, however far', () => {
    const { stack, resources: [target, near, far, waiting, apart] } = make('Target', 'Near', 'Far', 'Waiting', 'Apart');
    near.addPropertyOverride('DisplayName', target.ref);
    far.addPropertyOverride('Tags', [{ Key: 'x', Value: Fn.join('-', ['a', near.ref]) }]);
    waiting.node.addDependency(far);
    const group = new Construct(stack, 'Group');
    group.node.addDependency(target);
    const inside = new CfnResource(group, 'Inside', { type: 'AWS::SNS::Topic' });
    for (const one of [target, near, far, waiting, inside]) {
      expect(closesCircle({ Resource: one.ref }, target)).toBe(true);
      expect(closesCircle({ Resource: [`x-${one.getAtt('Arn')}`] }, target)).toBe(true);
    }
    expect(closesCircle({ Resource: apart.ref }, target)).toBe(false);
    expect(closesCircle({ Resource: '*' }, target)).toBe(false);
    expect(closesCircle(undefined, target)).toBe(false);
  });

  test('wherever in an object it is, and also where the object is in itself', () => {
    const { resources: [target] } = make('Target');
    const endless: Record<string, unknown> = { deep: [{ er: new Set([target.ref]) }], map: new Map([['x', 1]]) };
    endless.again = endless;
    expect(closesCircle(endless, target)).toBe(true);
    delete endless.deep;
    expect(closesCircle(endless, target)).toBe(false);
    expect(closesCircle({ a: new Map([['x', target.ref]]) }, target)).toBe(true);
  });

  test('not with others that are in a circle of their own', () => {
    const { resources: [target, first, second] } = make('Target', 'First', 'Second');
    first.addPropertyOverride('DisplayName', second.ref);
    second.addPropertyOverride('DisplayName', first.ref);
    expect(closesCircle({ Resource: first.ref }, target)).toBe(false);
  });

  test('and no lazy value is settled before its time', () => {
    const { resources: [target] } = make('Target');
    expect(closesCircle({ Resource: Lazy.string({ produce: () => { throw new Error('too early'); } }) }, target)).toBe(false);
  });
});

describe('in the templates of an app, a circle is found', () => {
  const idOf = (one: CfnResource) => Stack.of(one).resolve(one.logicalId) as string;

  test.each<[string, (second: CfnResource, first: string) => void]>([
    ['by a reference', (second, first) => second.addPropertyOverride('DisplayName', { Ref: first })],
    ['by an attribute', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::GetAtt': [first, 'Arn'] })],
    ['by an attribute as text', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::GetAtt': `${first}.Arn` })],
    ['by a substitution', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::Sub': `a-\${${first}}` })],
    ['by the substitution of an attribute', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::Sub': [`a-\${${first}.Arn}`, {}] })],
    ['by a value that is substituted', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::Sub': ['${x}', { x: { Ref: first } }] })],
    ['by an order of creation', (second, first) => second.addOverride('DependsOn', first)],
    ['by a list of those', (second, first) => second.addOverride('DependsOn', ['Other', first])],
    ['deep in a list', (second, first) => second.addPropertyOverride('Tags', [{ Value: { 'Fn::Join': ['', ['x', { Ref: first }]] } }])],
  ])('%s', (_, refer) => {
    const { resources: [first, second] } = make('First', 'Second', 'Other');
    first.addPropertyOverride('DisplayName', { Ref: idOf(second) });
    expect(new TemplateReferences().circleThrough(first)).toBeUndefined();
    refer(second, idOf(first));
    expect(new TemplateReferences().circleThrough(first)).toEqual(['Test/First', 'Test/Second', 'Test/First']);
  });

  test.each<[string, (second: CfnResource, first: string) => void]>([
    ['a value of its own is substituted', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::Sub': [`\${${first}}`, { [first]: 'x' }] })],
    ['it is only text', (second, first) => second.addPropertyOverride('DisplayName', first)],
    ['it is escaped', (second, first) => second.addPropertyOverride('DisplayName', { 'Fn::Sub': `\${!${first}}` })],
  ])('but not where %s', (_, refer) => {
    const { resources: [first, second] } = make('First', 'Second');
    first.addPropertyOverride('DisplayName', { Ref: idOf(second) });
    refer(second, idOf(first));
    expect(new TemplateReferences().circleThrough(first)).toBeUndefined();
  });

  test('and not where others are in one, or another stack has the same logical ID', () => {
    const { stack, resources: [first, second, third] } = make('First', 'Second', 'Third');
    first.addPropertyOverride('DisplayName', { Ref: idOf(second) });
    second.addPropertyOverride('DisplayName', { Ref: idOf(third) });
    third.addPropertyOverride('DisplayName', { Ref: idOf(second) });
    const other = new CfnResource(new Stack(stack.node.root as App, 'Other'), 'Second', { type: 'AWS::SNS::Topic' });
    other.addPropertyOverride('DisplayName', { Ref: idOf(first) });
    expect(new TemplateReferences().circleThrough(first)).toBeUndefined();
    expect(new TemplateReferences().circleThrough(second)).toEqual(['Test/Second', 'Test/Third', 'Test/Second']);
  });
});
