import { lockedCopy } from '../cdk/input';
import { KeyScope } from '../policy/grant';

/**
 * Which objects of a bucket are meant.
 *
 * The characters `*`, `?` and `$` in keys are literal everywhere; only `startingWith` and `template` widen. Keys hold
 * at most 1,024 bytes of UTF-8, and, because IAM accepts nothing else in a policy, only characters up to U+00FF.
 * What is malformed is refused when the scope is used in a construct, with the construct's path in the message.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export class S3KeyScope {
  /**
   * Everything in a folder, at any depth. `incoming/orders` and `incoming/orders/` mean the same, and neither matches
   * `incoming/orders-secret`.
   *
   * @param path without a leading slash, an empty, `.` or `..` segment
   */
  public static folder(path: string): S3KeyScope {
    return new S3KeyScope({ kind: 'folder', path });
  }

  /**
   * Every key that starts so: `data_` matches `data_2025.csv` and `data_old/2024.csv`.
   *
   * @param start the first characters of the key; for a whole folder, `folder` says it better. A value that is only known at deployment
   * must not be able to turn out empty, or it is refused with `ScopeMissing`: give it a `minLength` or an `allowedPattern`, or write out its beginning.
   */
  public static startingWith(start: string): S3KeyScope {
    return new S3KeyScope({ kind: 'startingWith', start });
  }

  /**
   * One object, by its exact key. It cannot be listed: a listing by its key would also show longer keys.
   *
   * @param key the key of the object
   */
  public static object(key: string): S3KeyScope {
    return new S3KeyScope({ kind: 'object', key });
  }

  /**
   * A folder whose path has variables in braces, such as `exports/{tenant}/{full_date}`.
   *
   * A bound variable is literal. An unbound one becomes the narrowest pattern that its format allows: `date` six
   * characters, `full_date` eight, others any number of characters. Mind that the wildcards of IAM also match slashes. A template
   * of nothing but unbound variables of any length would be the whole bucket, and is refused with `ScopeMissing`.
   *
   * @param template path of the folder
   * @param values values for some or all of the variables; not empty, without slashes. All others are filled in by the vendor.
   */
  public static template(template: string, values?: { [name: string]: string }): S3KeyScope {
    return new S3KeyScope({ kind: 'template', template, values: values === undefined ? {} : lockedCopy(values) });
  }

  private readonly scope: KeyScope;

  private constructor(scope: KeyScope) {
    this.scope = Object.freeze(scope);
  }

  /**
   * The scope as the policy core takes it.
   *
   * @internal
   */
  public _bind(): KeyScope {
    return this.scope;
  }
}
