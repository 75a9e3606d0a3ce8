import { actions, addCondition, dropCondition, operator, replace, resources, turn, values, where } from './change';
import { PolicyStatementJson } from '../../support/policy-document';

const statement: PolicyStatementJson = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: ['a/in/*', 'a/out/*'],
  Condition: { StringEquals: { 'aws:ResourceAccount': '1' }, StringLike: { 's3:prefix': ['in/*', 'out/*'] } },
};

test('a change is made where it says, and the rest is left', () => {
  expect(replace('/in/*', '/in*')(statement)!.Resource).toEqual(['a/in*', 'a/out/*']);
  expect(dropCondition('aws:ResourceAccount')(statement)!.Condition).toEqual({ StringLike: statement.Condition!.StringLike });
  expect(operator('StringLike', 'StringEquals')(statement)!.Condition).toHaveProperty(['StringEquals', 's3:prefix']);
  expect(values('s3:prefix', (all) => all.slice(1))(statement)!.Condition!.StringLike['s3:prefix']).toEqual(['out/*']);
  expect(addCondition('Bool', 'aws:SecureTransport', 'true')(statement)!.Condition).toMatchObject({ ...statement.Condition, Bool: { 'aws:SecureTransport': 'true' } });
  expect(resources((all) => all.slice(1))(statement)!.Resource).toEqual(['a/out/*']);
  expect(turn(statement)!.Effect).toBe('Deny');
  expect(where('s3:DeleteObject', turn)(statement)).toBe(statement);
});

test('a statement that has nothing left is lost', () => {
  expect(actions(() => [])(statement)).toBeUndefined();
  expect(resources(() => [])(statement)).toBeUndefined();
});
