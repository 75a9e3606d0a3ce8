import { Aws, Token } from 'aws-cdk-lib';
import { VendorDefinition } from './vendor-definition';
import { checkStruct, lockedCopy, readDefinitionFile, whyEndless } from '../cdk/input';
import { inFile, located } from '../cdk/report';
import { maskTokens } from '../cdk/tokens';
import { PrincipalWords } from '../policy/aws';
import { fail, raising } from '../policy/base';
import { definitionWords, fieldsOf, vendorFacts, VendorWords } from '../policy/vendor';

/** Narrows a trusted account. */
export interface VendorAccountOptions {
  /**
   * Patterns that the caller's ARN must match, such as `arn:aws:iam::123456789012:role/ingest-*`. It holds for roles
   * that are deleted and created again, which an ARN in the principal does not.
   *
   * @default - every principal that the vendor's account lets in
   */
  readonly principalArns?: string[];

  /**
   * The vendor's AWS organization, such as `o-a1b2c3d4e5`.
   *
   * @default - not checked
   */
  readonly organizationId?: string;
}

/**
 * Who is trusted.
 *
 * `Vendors` has the ones that the library knows.
 */
export class Vendor {
  /**
   * An AWS account of the vendor's.
   *
   * @param accountId 12 digits
   */
  public static account(accountId: string, options: VendorAccountOptions = {}): Vendor {
    const { principalArns, organizationId } = located('Vendor.account', () => checkStruct(options, 'options', { organizationId: true, principalArns: true }));
    return Vendor.made({ name: shortName('account', accountId), accounts: [accountId], principalArns, organizationId }, 'any', 'Vendor.account');
  }

  /**
   * One IAM role of the vendor's. It must exist when the stack is deployed.
   *
   * @param roleArn `arn:aws:iam::<account>:role/<name>`
   */
  public static role(roleArn: string): Vendor {
    return Vendor.made({ name: shortName('role', roleArn), principals: [roleArn] }, 'role', 'Vendor.role');
  }

  /**
   * One IAM user of the vendor's. It must exist when the stack is deployed.
   *
   * @param userArn `arn:aws:iam::<account>:user/<name>`
   */
  public static user(userArn: string): Vendor {
    return Vendor.made({ name: shortName('user', userArn), principals: [userArn] }, 'user', 'Vendor.user');
  }

  /**
   * A vendor that will name its principal later, once it knows the role's ARN. The role exists, with its final ARN and
   * permissions, and nobody can assume it.
   */
  public static pending(): Vendor {
    return Vendor.made({ name: 'pending vendor' }, 'any', 'Vendor.pending');
  }

  /**
   * A vendor from its own description. Without `accounts` and `principals` it is pending.
   */
  public static fromDefinition(definition: VendorDefinition): Vendor {
    const words = definitionWords('object', fieldsOf('definition'));
    return located('Vendor.fromDefinition', () => Vendor.checked(definition, words, definitionWords('object', fieldsOf('vendor'))));
  }

  /**
   * A vendor from a description in a file, JSON or YAML, with the fields of `VendorDefinition`.
   *
   * @param path of a `.json`, `.yaml` or `.yml` file of at most 64 KiB
   */
  public static fromDefinitionFile(path: string): Vendor {
    const { data, form } = readDefinitionFile(path);
    return inFile(path, () => Vendor.checked(data as VendorDefinition, definitionWords(form), definitionWords(form, (field) => (field === '' ? 'vendor' : `${path}: ${field}`))));
  }

  /**
   * A vendor of the catalogue. Checked when it is used, so that a bad ARN is reported with the construct's path.
   *
   * @internal
   */
  public static _known(definition: VendorDefinition, kind: 'role' | 'user' | 'any'): Vendor {
    return Vendor.made(definition, kind, 'Vendors', CATALOGUE);
  }

  /** Checked when it is used, so that a mistake is reported with the construct's path. */
  private static made(definition: VendorDefinition, kind: 'role' | 'user' | 'any', place: string, words = FACTORY): Vendor {
    return located(place, () => {
      checkEnds(definition, words);
      return named(new Vendor(definition, kind), words);
    });
  }

  /** Checks a definition where it is made, so that a vendor's own tests see its mistakes without a construct. */
  private static checked(definition: VendorDefinition, words: VendorWords, later: VendorWords): Vendor {
    checkEnds(definition, words);
    const vendor = named(new Vendor(definition, 'any'), later);
    // The copy, which stays as it was when it was checked.
    raising((issues) => vendorFacts(maskTokens(vendor.known, 'definition'), { written: maskTokens(Aws.PARTITION, 'partition') }, words, issues));
    return vendor;
  }

  private readonly known: VendorDefinition;
  private readonly kind: 'role' | 'user' | 'any';

  private constructor(definition: VendorDefinition, kind: 'role' | 'user' | 'any') {
    this.known = lockedCopy(definition);
    this.kind = kind;
  }

  /** All that is known about the vendor. What is done to this copy changes no vendor. */
  public get definition(): VendorDefinition {
    return lockedCopy(this.known);
  }

  /**
   * The kind of principal that was promised.
   *
   * @internal
   */
  public get _kind(): 'role' | 'user' | 'any' {
    return this.kind;
  }
}

/** What the parts of a vendor are called where it is used. */
export function wordsOf(vendor: Vendor): VendorWords {
  return WORDS.get(vendor) ?? definitionWords('object', fieldsOf('vendor'));
}

function named(vendor: Vendor, words: VendorWords): Vendor {
  WORDS.set(vendor, words);
  return vendor;
}

/** Not in a field, which what was made to look like a vendor might fill with anything. */
const WORDS = new WeakMap<Vendor, VendorWords>();

/** Whoever calls a factory gives one account or principal to that, and knows no list of them. */
function ofFactory(principals?: PrincipalWords): VendorWords {
  return { ...definitionWords('object', (path) => (/^$|^(accounts|principals)\b/.test(path) ? 'vendor' : `vendor.${path}`)), principals };
}

const FACTORY = ofFactory({ account: 'use Vendor.account with its ID', pattern: 'use Vendor.account with principalArns' });

const CATALOGUE = ofFactory();

/** A name for messages; a value that is known only at deployment, or is too long to read, has none. */
function shortName(kind: string, id: string): string {
  // Plain JavaScript may give what has no text.
  const name = typeof id === 'string' ? `${kind} ${id}` : '';
  return name === '' || Token.isUnresolved(id) || name.length > 100 ? `an AWS ${kind}` : name;
}

/** Refuses data that nothing else could walk through, by the name of the field that it is in. */
function checkEnds(definition: VendorDefinition, { at }: VendorWords): void {
  for (const [name, value] of Object.entries(definition ?? {})) {
    const endless = whyEndless(value);
    if (endless !== undefined) {
      fail('DefinitionFieldInvalid', at(name), value, `${endless}; give plain data`);
    }
  }
}
