import { IConstruct } from 'constructs';
import { AccessError } from '../../policy/base';

/** Runs what reads a file, and adds its name to what the core has to say. */
export function inFile<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (e) {
    throw e instanceof AccessError ? e.inFile(file) : e;
  }
}

/** Runs a part of a construct or factory, and adds the construct's path or the place's name to what the core has to say. */
export function located<T>(place: IConstruct | string, run: () => T): T {
  try {
    return run();
  } catch (e) {
    throw e instanceof AccessError ? e.at(typeof place === 'string' ? place : place.node.path) : e;
  }
}
