import { readFileSync } from 'fs';

/** A class or enum of the public API, as jsii describes it. */
export interface PublicType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'enum';
  /** The source that declares it, below the root of the repository. */
  readonly file: string;
}

/** What jsii says of the library. */
export interface Assembly {
  readonly version: string;
  readonly types: readonly PublicType[];
}

/** Reads the assembly that jsii wrote; interfaces are left out, for they leave nothing in JavaScript. */
export function readAssembly(path: string): Assembly {
  const { version, types } = JSON.parse(readFileSync(path, 'utf8'));
  return {
    version,
    types: Object.values<{ fqn: string; name: string; kind: string; locationInModule: { filename: string } }>(types)
      .filter((type): type is typeof type & { kind: 'class' | 'enum' } => type.kind === 'class' || type.kind === 'enum')
      .map(({ fqn, name, kind, locationInModule }) => ({ fqn, name, kind, file: locationInModule.filename })),
  };
}
