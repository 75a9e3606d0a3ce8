import { Aws } from 'aws-cdk-lib';
import { LateValues } from './late-values';
import { Vendor, VendorDefinition, Vendors } from '../../../src';
import { VendorDeclaration } from '../meaning/declaration';

/** A vendor as a customer would write it; one that is named by parameters, if it is the first. */
export function vendorOf(vendor: VendorDeclaration, late?: LateValues): Vendor {
  const told = (text: string) => late?.told('vendor', text, { allowedPattern: '[\\w:/-]+', maxLength: 64 }) ?? text;
  switch (vendor.kind) {
    case 'account':
      return Vendor.account(vendor.byPseudo ? Aws.ACCOUNT_ID : told(vendor.id), {
        ...(vendor.principalArns ? { principalArns: [...vendor.principalArns] } : {}),
        ...(vendor.organizationId === undefined ? {} : { organizationId: vendor.organizationId }),
      });
    case 'role': return Vendor.role(told(vendor.arn));
    case 'user': return Vendor.user(told(vendor.arn));
    case 'pending': return Vendor.pending();
    case 'cloudglue': return Vendors.cloudglue({ transferBucket: vendor.transferBucket });
    case 'hotglue': return Vendors.hotglue({ principalArn: vendor.principalArn });
    case 'coactive': return Vendors.coactive({ roleArn: vendor.roleArn });
    case 'creativeForce': return Vendors.creativeForce();
    case 'apperate': return Vendors.apperate({ userArn: vendor.userArn });
    // As from a file: plain data, whose enums are their values.
    case 'definition': return Vendor.fromDefinition({ name: 'Some Vendor', ...structuredClone(vendor.definition) } as VendorDefinition);
  }
}
