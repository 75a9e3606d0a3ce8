import { callables, inputStructs } from './public-api';
import { JsiiAssembly } from '../../build-tools/bindings/library';

const reference = (name: string) => ({ fqn: `example.${name}` });

/** A class whose method takes a list of structs with a struct inside, and returns another struct. */
const ASSEMBLY = {
  name: 'example',
  version: '0.0.0',
  targets: {},
  types: {
    'example.Maker': {
      kind: 'class',
      name: 'Maker',
      methods: [{
        name: 'make',
        static: true,
        parameters: [
          { name: 'outers', type: { collection: { kind: 'array', elementtype: reference('Outer') } } },
          { name: 'names', optional: true, type: { collection: { kind: 'map', elementtype: { primitive: 'string' } } } },
        ],
        returns: { type: reference('Returned') },
      }],
      properties: [{ name: 'made', immutable: true, type: reference('Returned') }],
    },
    'example.Outer': { kind: 'interface', name: 'Outer', datatype: true, interfaces: ['example.Base'], properties: [{ name: 'inner', type: reference('Inner') }] },
    'example.Base': { kind: 'interface', name: 'Base', datatype: true, properties: [{ name: 'inherited', optional: true, type: { primitive: 'string' } }] },
    'example.Inner': { kind: 'interface', name: 'Inner', datatype: true, properties: [{ name: 'limit', optional: true, type: { primitive: 'number' } }] },
    'example.Returned': { kind: 'interface', name: 'Returned', datatype: true, properties: [{ name: 'size', optional: true, type: { primitive: 'number' } }] },
  },
} as unknown as JsiiAssembly;

describe('what users can pass in', () => {
  test('structs in lists and in other structs, with what they inherit; none that is only returned', () => {
    expect(inputStructs(ASSEMBLY).map(({ name, properties }) => [name, properties.map((property) => property.name)])).toEqual([
      ['Inner', ['limit']],
      ['Outer', ['inner', 'inherited']],
    ]);
  });

  test('parameters, with their kinds, and whether they may be left out', () => {
    expect(callables(ASSEMBLY)).toEqual([{
      name: 'Maker.make',
      parameters: [
        { name: 'outers', optional: false, kind: 'array', struct: undefined },
        { name: 'names', optional: true, kind: 'map', struct: undefined },
      ],
    }]);
  });
});
