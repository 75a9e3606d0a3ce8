import { SourceBug } from './source-bug';

/** Where they are allowed: folders, keys, templates, and what stands in them. */
export const PLACES: readonly SourceBug[] = [
  {
    name: 'a template lets in what starts like its folder',
    file: 'policy/grant/key-scope.ts',
    from: 'return { stem: `${pattern}/`, open: true, listable: true };',
    to: 'return { stem: pattern, open: true, listable: true };',
  },
  {
    name: 'a single object is listed',
    file: 'policy/grant/key-scope.ts',
    from: 'open: false, listable: false };',
    to: 'open: false, listable: true };',
  },
  {
    name: 'the start of a key is not escaped',
    file: 'policy/grant/key-scope.ts',
    from: 'return { stem: escapeKey(start), open',
    to: 'return { stem: start, open',
  },
  {
    name: 'a dollar sign is not escaped',
    file: 'policy/pattern/key-pattern.ts',
    from: 'literal.replace(/[$*?]/g,',
    to: 'literal.replace(/[*?]/g,',
  },
  {
    name: 'only the first wildcard of a key is escaped',
    file: 'policy/pattern/key-pattern.ts',
    from: 'literal.replace(/[$*?]/g,',
    to: 'literal.replace(/[$*?]/,',
  },
  {
    name: 'the value of a variable is not escaped',
    file: 'policy/grant/key-template.ts',
    from: 'pattern += escapeKey(value);',
    to: 'pattern += value;',
  },
  {
    name: 'a variable that the vendor knows is not bound',
    file: 'policy/grant/key-template.ts',
    from: 'if (Object.hasOwn(values, name)) {',
    to: 'if (Object.hasOwn(values, name) && !Object.hasOwn(variables, name)) {',
  },
  {
    name: 'a full date may be anything',
    file: 'policy/grant/key-template.ts',
    from: 'full_date: \'????????\'',
    to: 'full_date: \'*\'',
  },
  {
    name: 'the variables of a vendor are the common ones',
    file: 'policy/vendor/vendor-facts.ts',
    from: 'variables: data.pathVariables ?? COMMON_VARIABLES,',
    to: 'variables: { ...data.pathVariables, ...COMMON_VARIABLES },',
  },
  {
    name: 'an object stands for all that start like it',
    file: 'policy/pattern/covering.ts',
    from: 'return a.open ? b.stem.startsWith(a.stem) : a.stem === b.stem;',
    to: 'return b.stem.startsWith(a.stem);',
  },
  {
    name: 'an object and a start of the same spelling are one',
    file: 'policy/pattern/covering.ts',
    from: 'const id = `${pattern.open ? \'+\' : \'=\'}${pattern.stem}`;',
    to: 'const id = pattern.stem;',
  },
  {
    name: 'the whole bucket is listed only by prefix',
    file: 'policy/grant/listing.ts',
    from: 'return patterns.length === 1 && patterns[0].open && patterns[0].stem === \'\';',
    to: 'return patterns.length === 0;',
  },
  {
    name: 'two listings with as many prefixes are one',
    file: 'policy/grant/listing.ts',
    from: 'const id = JSON.stringify(patterns.map(renderPattern));',
    to: 'const id = String(patterns.length);',
    foundBy: 'test/policy/grant/listing.test.ts',
    unseen: 'two entries for one bucket, one in the folder of the other, with and without versions',
  },
  {
    name: 'keys beside prefixes are forgotten',
    file: 'cdk/bind/bound-access.ts',
    from: 'return paths || others ? [...paths ?? [], ...others ?? []] : undefined;',
    to: 'return paths ?? others;',
  },
  {
    name: 'reading and writing the same place is declared twice',
    file: 'policy/request/declared-access.ts',
    from: 'return JSON.stringify([bucketOf(bucketArn), actions, where,',
    to: 'return JSON.stringify([bucketOf(bucketArn), where,',
  },
];
