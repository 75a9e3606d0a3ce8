import { Vendor } from '../../../src';
import { Example, KnownVendor } from '../vendors/vendor';
import { vendorOf } from '../world/build-vendor';

/** A vendor whose kit is judged, with one customer of it. */
export interface KitVendor extends KnownVendor, Example {
  /** What the vendor makes its kit of; none where the library takes it with a principal only, and the program makes the kit. */
  readonly vendor?: Vendor;
  /** What a customer with the CDK gives to the construct, as long as the vendor has not named its principal. */
  readonly pending: () => Vendor;
  /** The same, once it has. */
  readonly live: () => Vendor;
}

/** A vendor of which the library knows what to publish. */
export function publishing(known: KnownVendor): KitVendor {
  const vendor = vendorOf(known.declared());
  return { ...known, ...known.example, vendor, pending: () => vendor, live: () => vendorOf(known.declared(known.example.principalArn)) };
}

/** A vendor that an app cannot declare without its principal; a kit asks for it. */
export function askingForPrincipal(known: KnownVendor): KitVendor {
  const live = () => vendorOf(known.declared(known.example.principalArn));
  return { ...known, ...known.example, pending: () => withoutPrincipals(live()), live };
}

/** The vendor as it is after it has found out that it needs one more action. */
export function needingMore(kit: KitVendor): KitVendor {
  const readActions = [...kit.definition.readActions ?? [], 's3:GetObjectAttributes'];
  const more = (vendor: Vendor) => Vendor.fromDefinition({ ...vendor.definition, readActions });
  return {
    ...kit,
    definition: { ...kit.definition, readActions },
    vendor: more(kit.vendor ?? kit.pending()),
    pending: () => more(kit.pending()),
    live: () => more(kit.live()),
  };
}

function withoutPrincipals({ definition: { principals: _, ...rest } }: Vendor): Vendor {
  return Vendor.fromDefinition(rest);
}
