import { Claim } from './claim';
import { Baselines } from '../baselines/all';
import { StructBaseline } from '../baselines/baseline';
import { Plan } from '../plan';
import { Callable, InputStruct, Member } from '../public-api';
import { call, Expression, Properties, struct } from '../recipe';

/** For each optional property of each struct: absent and null mean the same, beside nothing and beside others. */
export function propertyClaims(plan: Plan, structs: readonly InputStruct[], baselines: Baselines): Claim[] {
  return structs.flatMap(({ name, properties }) => properties
    .filter((property) => property.optional && Object.hasOwn(baselines.structs[name]?.values ?? {}, property.name))
    .flatMap((property) => claimsOf(plan, name, property, baselines.structs[name])));
}

function claimsOf(plan: Plan, name: string, { name: property, kind }: Member, baseline: StructBaseline): Claim[] {
  const { required, values, settings, contradictions = {} } = baseline;
  const away = [property, ...contradictions[property] ?? []];
  return settings.map((setting) => {
    const others = Object.fromEntries(setting.with.filter((other) => !away.includes(other)).map((other) => [other, values[other]]));
    const build = (more: Properties) => plan.add(setting.around(struct(name, { ...required, ...others, ...more })));
    return {
      kind: 'same',
      subject: `${name}.${property}`,
      setting: setting.name,
      absent: build({}),
      nothing: [build({ [property]: null })],
      given: build({ [property]: values[property] }),
      empty: kind === 'array' ? build({ [property]: [] }) : kind === 'map' ? build({ [property]: { map: {} } }) : undefined,
    };
  });
}

/** The same for each optional parameter. A struct there may also have nothing in it. */
export function parameterClaims(plan: Plan, methods: readonly Callable[], baselines: Baselines): Claim[] {
  return methods.flatMap(({ name: method, parameters }) => parameters.flatMap((parameter, i) => {
    if (!parameter.optional || !Object.hasOwn(baselines.calls, method)) {
      return [];
    }
    const { args, settings } = baselines.calls[method];
    return settings.map(({ name, around }): Claim => {
      const build = (...last: Expression[]) => plan.add(around(call(method, ...args.slice(0, i), ...last)));
      return {
        kind: 'same',
        subject: `${method}(${parameter.name})`,
        setting: name,
        absent: build(),
        nothing: [build(null), ...(parameter.struct === undefined ? [] : [build(struct(parameter.struct, {}))])],
        given: build(args[i]),
        empty: parameter.kind === 'map' ? build({ map: {} }) : undefined,
      };
    });
  }));
}
