import { ProofCase, read, readWrite, role, write } from './case';
import { AccessDeclaration } from '../../meaning/declaration';

const MODES: Readonly<Record<string, AccessDeclaration>> = {
  'reading': read(),
  'writing': write(),
  'both': readWrite(),
  'reading without a list': read({ options: { list: false } }),
  'writing with a list': write({ options: { list: true } }),
  'versions': read({ options: { versions: true } }),
  'versions without a list': read({ options: { versions: true, list: false } }),
  'versions of the whole bucket': read({ scopes: 'wholeBucket', options: { versions: true } }),
  'tags to read': read({ options: { tagging: true } }),
  'tags to write': write({ options: { tagging: true } }),
  'ACLs': write({ options: { acl: true } }),
  'deletion with reading': read({ options: { delete: true } }),
  'deletion with writing': write({ options: { delete: true } }),
  'uploads to list': write({ options: { multipartListing: true } }),
  'everything': readWrite({ options: { versions: true, tagging: true, acl: true, delete: true, list: true, multipartListing: true } }),
  'everything turned off': readWrite({ options: { versions: false, tagging: false, acl: false, delete: false, list: false, multipartListing: false } }),
};

export const MODE_CASES: readonly ProofCase[] = Object.entries(MODES).map(([name, access]) => ({ name, declaration: role({ access: [access] }) }));
