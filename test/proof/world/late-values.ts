import { CfnParameter, CfnParameterProps, Stack } from 'aws-cdk-lib';
import { Declaration, Late } from '../meaning/declaration';

/** Values that reach a template only at its deployment. */
export class LateValues {
  /** What each parameter is set to. */
  public readonly values: Record<string, string> = {};
  private readonly made = new Map<string, string>();

  constructor(private readonly stack: Stack, private readonly declaration: Declaration) {
  }

  /** A parameter that is set to a value; the same one in several places, if the same is known of it. */
  public parameter(value: string, props?: CfnParameterProps): string {
    const use = JSON.stringify([value, props]);
    const text = this.made.get(use) ?? this.make(value, props);
    this.made.set(use, text);
    return text;
  }

  private make(value: string, props?: CfnParameterProps): string {
    const id = `Parameter${Object.keys(this.values).length}`;
    this.values[id] = value;
    return new CfnParameter(this.stack, id, props).valueAsString;
  }

  /** The value itself, or a parameter where the declaration says so. */
  public told(what: Late, value: string, props?: CfnParameterProps): string {
    return this.declaration.byParameter?.includes(what) ? this.parameter(value, props) : value;
  }
}
