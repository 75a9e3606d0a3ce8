import { declarationsIn } from './declarations';

/** As Stryker writes it. */
const INSTRUMENTED = `function stryNS_9fa48() {
}
const TABLE = stryMutAct_9fa48("0") ? {} : (stryCov_9fa48("0"), { one: stryMutAct_9fa48("1") ? "" : (stryCov_9fa48("1"), 'x') });
export class Thing {
  public run() {
    if (stryMutAct_9fa48("2")) {} else {
      stryCov_9fa48("2");
      return stryMutAct_9fa48("4") ? false : stryMutAct_9fa48("3") ? true : (stryCov_9fa48("3", "4"), this.other());
    }
  }
}
`;

test('each mutant is in the declaration that it stands in', () => {
  expect([...declarationsIn(INSTRUMENTED)]).toEqual([['0', 'TABLE'], ['1', 'TABLE'], ['2', 'Thing.run'], ['3', 'Thing.run'], ['4', 'Thing.run']]);
});
