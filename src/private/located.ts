import { IConstruct } from 'constructs';
import { AccessError } from './policy';

/** Runs a part of a construct, and adds the construct's path to what the core has to say. */
export function located<T>(scope: IConstruct, run: () => T): T {
  try {
    return run();
  } catch (e) {
    throw e instanceof AccessError ? e.at(scope.node.path) : e;
  }
}
