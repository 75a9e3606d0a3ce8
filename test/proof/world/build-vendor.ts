import { Vendor, VendorDefinition, Vendors } from '../../../src';
import { VendorDeclaration } from '../meaning/declaration';

/** A vendor as a customer would write it. */
export function vendorOf(vendor: VendorDeclaration): Vendor {
  switch (vendor.kind) {
    case 'account':
      return Vendor.account(vendor.id, {
        ...(vendor.principalArns ? { principalArns: [...vendor.principalArns] } : {}),
        ...(vendor.organizationId === undefined ? {} : { organizationId: vendor.organizationId }),
      });
    case 'role': return Vendor.role(vendor.arn);
    case 'user': return Vendor.user(vendor.arn);
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
