import { JsiiAssembly, JsiiParameter, JsiiReference } from '../../build-tools/bindings/library';

/** A struct that users pass in. */
export interface InputStruct {
  readonly name: string;
  readonly properties: readonly Member[];
}

/** A method that users call, or a constructor. */
export interface Callable {
  /** `S3Access.read`, or `VendorS3AccessRole` for its constructor. */
  readonly name: string;
  readonly parameters: readonly Member[];
}

/** A property of a struct, or a parameter. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** `struct` has the name of a struct of the library. */
  readonly kind: 'array' | 'map' | 'struct' | 'other';
  readonly struct?: string;
}

/** All structs that can be passed to the library, directly or inside of others; not those that it only returns. */
export function inputStructs(assembly: JsiiAssembly): InputStruct[] {
  const found = new Set<string>();
  const visit = (type: JsiiReference): void => {
    if ('collection' in type) {
      visit(type.collection.elementtype);
    } else if ('union' in type) {
      type.union.types.forEach(visit);
    } else if ('fqn' in type && assembly.types[type.fqn]?.datatype && !found.has(type.fqn)) {
      found.add(type.fqn);
      propertiesOf(assembly, type.fqn).forEach((property) => visit(property.type));
    }
  };
  for (const type of Object.values(assembly.types)) {
    parametersIn(assembly, type.name).forEach(({ type: reference }) => visit(reference));
    (type.datatype ? [] : type.properties ?? []).filter(({ immutable }) => !immutable).forEach((property) => visit(property.type));
  }
  return [...found].sort().map((fqn) => ({
    name: assembly.types[fqn].name,
    properties: propertiesOf(assembly, fqn).map((property) => member(assembly, property)),
  }));
}

/** All constructors and methods that take something. */
export function callables(assembly: JsiiAssembly): Callable[] {
  return Object.values(assembly.types).flatMap(({ name, initializer, methods = [] }) => [
    { name, parameters: initializer?.parameters ?? [] },
    ...methods.map((method) => ({ name: `${name}.${method.name}`, parameters: method.parameters ?? [] })),
  ]).filter(({ parameters }) => parameters.length > 0)
    .map(({ name, parameters }) => ({ name, parameters: parameters.map((one) => member(assembly, one)) }));
}

function parametersIn(assembly: JsiiAssembly, name: string): JsiiParameter[] {
  const { initializer, methods = [] } = assembly.types[`${assembly.name}.${name}`];
  return [initializer, ...methods].flatMap((callable) => [...callable?.parameters ?? []]);
}

function propertiesOf(assembly: JsiiAssembly, fqn: string): JsiiParameter[] {
  const { properties = [], interfaces = [] } = assembly.types[fqn];
  return [...properties, ...interfaces.filter((base) => assembly.types[base]).flatMap((base) => propertiesOf(assembly, base))];
}

function member(assembly: JsiiAssembly, { name, optional = false, type }: JsiiParameter): Member {
  const struct = 'fqn' in type && assembly.types[type.fqn]?.datatype ? assembly.types[type.fqn].name : undefined;
  const kind = 'collection' in type ? type.collection.kind : struct === undefined ? 'other' : 'struct';
  return { name, optional, kind, struct };
}
