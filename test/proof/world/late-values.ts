import { CfnParameter, CfnParameterProps, Stack } from 'aws-cdk-lib';
import { Declaration, Late } from '../meaning/declaration';

/** Values that reach a template only at its deployment. */
export class LateValues {
  /** What each parameter is set to. */
  public readonly values: Record<string, string> = {};

  constructor(private readonly stack: Stack, private readonly declaration: Declaration) {
  }

  /** A parameter that is set to a value. */
  public parameter(value: string, props?: CfnParameterProps): string {
    const id = `Parameter${Object.keys(this.values).length}`;
    this.values[id] = value;
    return new CfnParameter(this.stack, id, props).valueAsString;
  }

  /** The value itself, or a parameter where the declaration says so. */
  public told(what: Late, value: string, props?: CfnParameterProps): string {
    return this.declaration.byParameter?.includes(what) ? this.parameter(value, props) : value;
  }
}
