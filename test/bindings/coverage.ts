import { Baselines } from './baselines/all';
import { Callable, InputStruct } from './public-api';

/** The CDK's own parameters of a constructor. */
const OF_THE_CDK = ['scope', 'id'];

/** What of the public API has no baseline, and what has one and is not there: somebody has added something, and forgot it here. */
export function gaps(structs: readonly InputStruct[], methods: readonly Callable[], baselines: Baselines): string[] {
  return [
    ...structs.flatMap(({ name, properties }) => {
      const { required = {}, values = {}, settings = [] } = baselines.structs[name] ?? {};
      const optional = properties.filter((property) => property.optional).map((property) => property.name);
      const needed = properties.filter((property) => !property.optional).map((property) => property.name);
      return [
        ...differences(needed, Object.keys(required)).map((difference) => `${name}, required properties: ${difference}`),
        ...differences(optional, Object.keys(values)).map((difference) => `${name}, optional properties: ${difference}`),
        ...(settings.length < (optional.length > 0 ? 2 : 1) ? [`${name} has ${settings.length} settings`] : []),
        ...settings.flatMap((setting) => setting.with.filter((other) => !optional.includes(other))
          .map((other) => `${name}, setting "${setting.name}": there is no ${other}`)),
      ];
    }),
    ...methods.flatMap(({ name, parameters }) => {
      const called = baselines.calls[name]?.args.length ?? 0;
      return parameters.filter(({ name: parameter }, i) => i >= called && !OF_THE_CDK.includes(parameter)
        && !baselines.refused.some(([subject]) => subject === `${name}(${parameter})`))
        .map(({ name: parameter }) => `nothing is known about ${name}(${parameter})`);
    }),
    ...Object.keys(baselines.structs).filter((name) => !structs.some((struct) => struct.name === name)).map((name) => `there is no struct ${name} that users pass in`),
    ...Object.keys(baselines.calls).filter((name) => !methods.some((method) => method.name === name)).map((name) => `there is no method ${name}`),
  ];
}

function differences(there: readonly string[], known: readonly string[]): string[] {
  return [
    ...there.filter((name) => !known.includes(name)).map((name) => `nothing is known about ${name}`),
    ...known.filter((name) => !there.includes(name)).map((name) => `there is no ${name}`),
  ];
}
