import { SourceBug } from './source-bug';

/** Which actions are allowed. */
export const ACTIONS: readonly SourceBug[] = [
  {
    name: 'a listing that is turned off stays',
    file: 'policy/grant/actions.ts',
    from: 'options.list ?? (includes(mode, \'read\')',
    to: 'options.list || (includes(mode, \'read\')',
  },
  {
    name: 'whoever writes may list',
    file: 'policy/grant/actions.ts',
    from: '(includes(mode, \'read\') || wanted(\'s3:ListBucket\'))',
    to: '(mode !== undefined || wanted(\'s3:ListBucket\'))',
  },
  {
    name: 'what a vendor asks for reading counts for writing',
    file: 'policy/grant/actions.ts',
    from: 'includes(mode, half) && extra[half]?.includes(action));',
    to: 'extra[half]?.includes(action));',
    foundBy: 'test/policy/grant/actions.test.ts',
    unseen: 'definitions that ask for s3:ListBucket for reading: the one action of both halves',
  },
  {
    name: 'a customer cannot refuse what the vendor asks for',
    file: 'policy/grant/actions.ts',
    from: 'options[facts.option]) ?? wanted(action)',
    to: 'options[facts.option]) || wanted(action)',
  },
  {
    name: 'versions are listed where no listing is wanted',
    file: 'policy/grant/actions.ts',
    from: '(facts.level === \'listing\' && !list)',
    to: '(action === \'s3:ListBucket\' && !list)',
  },
  {
    name: 'reading and writing is reading',
    file: 'policy/grant/actions.ts',
    from: 'return mode === \'readWrite\' || mode === half;',
    to: 'return mode === half || (mode === \'readWrite\' && half === \'read\');',
  },
  {
    name: 'whoever writes may tag',
    file: 'policy/aws/s3-actions.ts',
    from: '\'s3:PutObjectTagging\': { level: \'object\', modes: [\'write\'], option: \'tagging\' }',
    to: '\'s3:PutObjectTagging\': { level: \'object\', modes: [\'write\'], always: true, option: \'tagging\' }',
  },
  {
    name: 'versions are listed in the whole bucket',
    file: 'policy/aws/s3-actions.ts',
    from: '\'s3:ListBucketVersions\': { level: \'listing\'',
    to: '\'s3:ListBucketVersions\': { level: \'bucket\'',
  },
  {
    name: 'unfinished uploads are shown to whoever writes',
    file: 'policy/aws/s3-actions.ts',
    from: '\'s3:ListBucketMultipartUploads\': { level: \'bucket\', modes: [\'write\'], option',
    to: '\'s3:ListBucketMultipartUploads\': { level: \'bucket\', modes: [\'write\'], always: true, option',
  },
  {
    name: 'old versions are read with the present one',
    file: 'policy/aws/s3-actions.ts',
    from: '\'s3:GetObjectVersion\': { level: \'object\', modes: [\'read\'], option',
    to: '\'s3:GetObjectVersion\': { level: \'object\', modes: [\'read\'], always: true, option',
  },
];
