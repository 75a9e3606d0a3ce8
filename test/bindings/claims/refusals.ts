import { Claim } from './claim';
import { Baselines } from '../baselines/all';
import { CallBaseline, StructBaseline } from '../baselines/baseline';
import { Plan } from '../plan';
import { Callable, InputStruct, Member } from '../public-api';
import { call, ConstructRecipe, Expression, isList, struct } from '../recipe';

/** For each thing that is required, also inside of lists and maps: nothing in its place gives no access. */
export function refusalClaims(plan: Plan, structs: readonly InputStruct[], methods: readonly Callable[], baselines: Baselines): Claim[] {
  const refused = (subject: string, setting: string, constructs: readonly ConstructRecipe[]): Claim =>
    ({ kind: 'refused', subject, setting, app: plan.add(constructs) });
  return [
    ...structs.flatMap(({ name, properties }) => properties.flatMap((property) => nothings(property, baselines.structs[name])
      .map(([setting, constructs]) => refused(`${name}.${property.name}`, setting, constructs(name))))),
    ...methods.flatMap(({ name, parameters }) => (Object.hasOwn(baselines.calls, name) ? parameters : [])
      .flatMap((parameter, i) => emptyArguments(parameter, i, baselines.calls[name])
        .map(([setting, args]) => refused(`${name}(${parameter.name})`, setting, baselines.calls[name].settings[0].around(call(name, ...args)))))),
    ...baselines.refused.map(([subject, setting, constructs]) => refused(subject, setting, constructs)),
  ];
}

function nothings({ name, optional }: Member, baseline: StructBaseline | undefined): Array<[string, (struct: string) => readonly ConstructRecipe[]]> {
  if (baseline === undefined) {
    return [];
  }
  const { required, values, settings: [{ with: others, around }], contradictions = {} } = baseline;
  const whole = (value: Expression) => (type: string) => around(struct(type, {
    ...required,
    ...Object.fromEntries(others.filter((other) => !contradictions[name]?.includes(other)).map((other) => [other, values[other]])),
    [name]: value,
  }));
  const value = required[name] ?? values[name] ?? null;
  return [...(optional ? [] : [['null', whole(null)] as const]), ...withNullInside(value).map(([setting, holed]) => [setting, whole(holed)] as const)]
    .map(([setting, build]) => [setting, build]);
}

/** A required argument that is null, is not given, or has nothing in it; a list or map with null inside. */
function emptyArguments({ optional, struct: type }: Member, i: number, { args }: CallBaseline): Array<[string, Expression[]]> {
  const put = (value: Expression): Expression[] => [...args.slice(0, i), value, ...args.slice(i + 1)];
  return [
    ...(optional ? [] : [['null', put(null)] as [string, Expression[]]]),
    ...(optional || type === undefined ? [] : [['not given', args.slice(0, i)], ['a struct with nothing in it', put(struct(type, {}))]] as Array<[string, Expression[]]>),
    ...withNullInside(args[i] ?? null).map(([setting, value]): [string, Expression[]] => [setting, put(value)]),
  ];
}

function withNullInside(value: Expression): Array<[string, Expression]> {
  if (isList(value)) {
    return [['a list of null', [null]], ['null at the end of the list', [...value, null]]];
  }
  if (typeof value === 'object' && value !== null && 'map' in value) {
    return Object.keys(value.map).map((key) => [`null for ${key}`, { map: { ...value.map, [key]: null } }]);
  }
  return [];
}
