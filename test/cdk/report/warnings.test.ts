import { Annotations as Acknowledgements, App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { warn, WARNING_PREFIX, WARNINGS } from '../../../src/cdk/report';
import { WarningId } from '../../../src/cdk/report/warnings';

const IDS = Object.keys(WARNINGS) as WarningId[];

test('the table is sorted, and each text is one sentence or more', () => {
  expect(IDS).toEqual([...IDS].sort());
  Object.values(WARNINGS).forEach((text) => expect(text).toMatch(/^[A-Z].*\.$/));
});

test.each(IDS)('%s is a warning with its ID, which can be acknowledged', (id) => {
  const stack = new Stack(new App(), 'Test');
  warn(stack, id, 'prop: this may go wrong; write that');
  Annotations.fromStack(stack).hasWarning('/Test', `prop: this may go wrong; write that [ack: ${WARNING_PREFIX}:${id}]`);

  const calm = new Stack(new App(), 'Test');
  warn(calm, id, 'prop: this may go wrong; write that');
  Acknowledgements.of(calm).acknowledgeWarning(`${WARNING_PREFIX}:${id}`, 'known');
  Annotations.fromStack(calm).hasNoWarning('*', Match.anyValue());
});
