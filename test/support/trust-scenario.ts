import { assume, Assumption } from './caller';
import { Customer } from './customer';
import { DeployedTemplate } from './deployed-template';
import { S3Access, VendorS3AccessRoleProps } from '../../src';

/** Attempts to assume a role, by what is special about them. */
export interface ExpectedTrust {
  readonly allows?: Readonly<Record<string, Assumption>>;
  readonly refuses: Readonly<Record<string, Assumption>>;
}

/** The template of a role that reads the bucket of orders. */
export function trusting(props: Partial<VendorS3AccessRoleProps>): DeployedTemplate {
  const customer = new Customer();
  customer.role([S3Access.read(customer.orders, { wholeBucket: true })], props);
  return customer.deploy();
}

/** Shows who can assume a role, and who cannot. */
export function trustScenario(title: string, props: () => Partial<VendorS3AccessRoleProps>, { allows = {}, refuses }: ExpectedTrust): void {
  describe(title, () => {
    let template: DeployedTemplate;
    beforeAll(() => {
      template = trusting(props());
    });

    if (Object.keys(refuses).length < Object.keys(allows).length) {
      throw new Error(`${title}: more is allowed than refused`);
    }
    if (Object.keys(allows).length > 0) {
      test.each(Object.entries(allows))('lets in %s', async (_, assumption) => {
        expect(await assume(template, assumption)).toBe('allowed');
      });
    }
    test.each(Object.entries(refuses))('keeps out %s', async (_, assumption) => {
      expect(await assume(template, assumption)).toBe('denied');
    });
  });
}
