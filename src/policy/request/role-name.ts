import { checkIamName, QUOTAS } from '../aws';
import { fail, Issues } from '../base';
import { VendorFacts } from '../vendor';

/** One role has one name: the one that its vendors demand, or the one that is given. Nothing where neither is, or they disagree. */
export function checkRoleName(vendors: readonly VendorFacts[], given: string | undefined, advice: string, issues: Issues): string | undefined {
  const field = 'roleName';
  const checked = given === undefined ? undefined : issues.check(() => checkIamName(given, QUOTAS.roleName, field));
  return issues.check(() => vendors.reduce((known, { name: vendor, roleName: demanded }) => {
    if (known !== undefined && demanded !== undefined && known !== demanded) {
      fail('RoleNameFixed', field, known, `${vendor} works with ${demanded} only; ${advice}`);
    }
    return known ?? demanded;
  }, checked));
}
