import { countRow, Row } from './measure/row';
import { declareAccess, grantAccess, scenario, withOutdir } from './scenario';
import { QUOTAS } from '../src/policy/aws';

/** How many locations one role holds, against the CDK's own grants within the same quotas. */
export function capacityRows(): Row[] {
  return [countRow('locations that fit one role / CDK grants', most(fitsOurs), most(fitsGrants))];
}

/** The most for which something holds, where it holds for all that is less. */
function most(fits: (count: number) => boolean): number {
  let [yes, no] = [1, 2];
  while (fits(no)) {
    [yes, no] = [no, 2 * no];
  }
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    [yes, no] = fits(middle) ? [middle, no] : [yes, middle];
  }
  return yes;
}

function fitsOurs(count: number): boolean {
  try {
    declareAccess(scenario(count));
    return true;
  } catch {
    return false;
  }
}

/** The CDK moves what does not fit inline to managed policies of about the size of the quota, and does not check how many. */
function fitsGrants(count: number): boolean {
  return withOutdir((outdir) => {
    const { app, stack, folders } = scenario(count, outdir);
    grantAccess({ app, stack, folders });
    const { Resources } = app.synth().getStackByName(stack.stackName).template;
    const managed = Object.values<{ Type: string }>(Resources).filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
    return managed.length <= QUOTAS.managedPolicies;
  });
}
