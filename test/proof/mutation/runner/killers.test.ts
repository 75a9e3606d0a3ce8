import { Killers } from './killers';

test('who has noticed something near by goes first, a nearer place and a later time before others; nobody is added or left out', () => {
  const killers = new Killers();
  expect(killers.first(['a', 'b', 'c', 'd', 'e'], ['f', 'file'])).toEqual(['a', 'b', 'c', 'd', 'e']);
  killers.remember('e', ['f', 'file']);
  killers.remember('c', ['g', 'file']);
  killers.remember('b', ['f', 'file']);
  killers.remember('z', ['f', 'file']);
  expect(killers.first(['a', 'b', 'c', 'd', 'e'], ['f', 'file'])).toEqual(['b', 'e', 'c', 'a', 'd']);
  expect(killers.first(['a', 'b', 'c', 'd', 'e'], ['g', 'file'])).toEqual(['c', 'b', 'e', 'a', 'd']);
  expect(killers.first(['a'], ['elsewhere'])).toEqual(['a']);
});
