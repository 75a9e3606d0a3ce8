import { fail, Issues } from '../base';
import { checkExternalId, checkReason } from '../grant';
import { VendorFacts } from '../vendor';

/** The external IDs of one vendor, as they are given. */
export interface ExternalIdRequest {
  readonly externalId?: string;
  readonly nextExternalId?: string;
  /** Why there is none. */
  readonly withoutExternalId?: string;
  /** What comes before the names of these three fields. */
  readonly place?: string;
  /** What else can be done where one is missing, after the advice to agree on one. */
  readonly otherwise?: string;
}

/** External IDs, checked. */
interface ExternalIds {
  /** None only where the vendor sends none, the customer gave a reason, or nobody is trusted yet. */
  readonly externalIds: readonly string[];
  readonly reason?: string;
}

/** Checks the external IDs of a vendor: one rule for whoever declares them, wherever. */
export function checkExternalIds(vendor: VendorFacts, request: ExternalIdRequest, issues: Issues): ExternalIds | undefined {
  const { externalId, nextExternalId, withoutExternalId } = request;
  const at = (name: string) => `${request.place ?? ''}${name}`;
  const reason = withoutExternalId === undefined ? undefined : issues.check(() => checkReason(withoutExternalId, at('withoutExternalId')));
  if (externalId === undefined) {
    return issues.check(() => {
      if (nextExternalId !== undefined) {
        fail('ExternalIdContradiction', at('nextExternalId'), nextExternalId, 'give the present ID as externalId');
      }
      if (vendor.parties.length > 0 && vendor.externalId !== 'unsupported' && withoutExternalId === undefined) {
        fail('ExternalIdMissing', at('externalId'), externalId, `agree on an ID with ${vendor.name}${request.otherwise ?? ''}`);
      }
      return { externalIds: [], reason };
    });
  }
  const present = issues.check(() => {
    if (vendor.externalId === 'unsupported') {
      fail('ExternalIdNotSupported', at('externalId'), externalId, `${vendor.name} sends none and could never assume the role; leave it out`);
    }
    if (reason !== undefined) {
      fail('ExternalIdContradiction', at('withoutExternalId'), reason, 'an external ID is given; drop one of the two');
    }
    return checkExternalId(externalId, at('externalId'));
  });
  if (nextExternalId === undefined) {
    return present === undefined ? undefined : { externalIds: [present] };
  }
  const next = issues.check(() => {
    const checked = checkExternalId(nextExternalId, at('nextExternalId'));
    if (checked === present) {
      fail('ExternalIdUnchanged', at('nextExternalId'), checked, 'give the ID that will replace the present one, or leave it out');
    }
    return checked;
  });
  return present === undefined || next === undefined ? undefined : { externalIds: [present, next] };
}
