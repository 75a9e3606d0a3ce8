import { JsiiAssembly } from '../../../build-tools/bindings/library';

/** Go finds nothing by its name at run time; so the names of the library are written down in a file of the harness. */
export function goRegistry({ types }: JsiiAssembly, importPath: string): string {
  const all = Object.values(types);
  const functions = all.filter(({ kind }) => kind === 'class').flatMap(({ name, initializer, methods = [] }) => [
    ...(initializer === undefined ? [] : [entry(name, `reflect.ValueOf(library.New${name})`)]),
    ...methods.filter((method) => method.static).map((method) =>
      entry(`${name}.${method.name}`, `reflect.ValueOf(library.${name}_${method.name[0].toUpperCase()}${method.name.slice(1)})`)),
  ]);
  const structs = all.filter(({ datatype }) => datatype).map(({ name }) => entry(name, `reflect.TypeFor[library.${name}]()`));
  const enums = all.filter(({ kind }) => kind === 'enum').flatMap(({ name, members = [] }) =>
    members.map((member) => entry(`${name}.${member.name}`, `library.${name}_${member.name}`)));
  return [
    'package main',
    `import (\n\t"reflect"\n\n\tlibrary ${JSON.stringify(importPath)}\n)`,
    `var functions = map[string]reflect.Value{\n${functions.join('\n')}\n}`,
    `var structs = map[string]reflect.Type{\n${structs.join('\n')}\n}`,
    `var enums = map[string]any{\n${enums.join('\n')}\n}`,
    '',
  ].join('\n\n');
}

function entry(name: string, value: string): string {
  return `\t${JSON.stringify(name)}: ${value},`;
}
