import { joinSources } from '../../../src/policy/pattern';

test('each source stands once, in order', () => {
  expect(joinSources([{ from: ['b'] }, {}, { from: ['a', 'b'] }, { from: undefined }])).toEqual(['a', 'b']);
});

test('where nothing has a source there is none', () => {
  expect(joinSources([])).toBeUndefined();
  expect(joinSources([{}, { from: [] }])).toBeUndefined();
});
