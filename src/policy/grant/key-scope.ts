import { fail, literalParts, skeleton } from '../base';
import { escapeKey, KeyPattern } from '../pattern';
import { expandTemplate, TemplateVariables } from './key-template';

/** A part of a bucket, as declared. */
export type KeyScope =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'startingWith'; readonly start: string }
  | { readonly kind: 'object'; readonly key: string }
  | { readonly kind: 'template'; readonly template: string; readonly values: Readonly<Record<string, string>> };

/** How a program declares what no folder is. */
export interface ProgramWords {
  /** Keys that start alike. */
  readonly startingWith: string;
  /** A value that is looked up at deployment. */
  readonly lookedUp: string;
}

/** Every key of a bucket. */
export const EVERY_KEY: KeyPattern = { stem: '', open: true, listable: true };

/** S3 stores keys of at most 1,024 bytes of UTF-8. */
export const MAX_KEY_BYTES = 1024;

/**
 * Compiles a scope, checked, to the pattern that IAM matches keys against.
 *
 * @param words how a program declares what no folder is; none where text was typed
 */
export function compileScope(scope: KeyScope, variables: TemplateVariables, field: string, words?: ProgramWords): KeyPattern {
  switch (scope.kind) {
    case 'folder': {
      const path = requireKey(scope.path, field, words);
      // `a/b` and `a/b/` are the same folder; its pattern always ends in a slash, so that `a/b-secret` stays outside.
      const canonical = path.endsWith('/') ? path.slice(0, -1) : path;
      checkSegments(skeleton(canonical).split('/'), path, field);
      checkLength(`${canonical}/`, path, field);
      return { stem: `${escapeKey(canonical)}/`, open: true, listable: true };
    }
    case 'startingWith': {
      const start = requireKey(scope.start, field, words);
      const segments = skeleton(start).split('/');
      // What follows the last slash is the start of a name, and may be empty or a dot.
      checkSegments(segments.slice(0, -1), start, field);
      checkLength(start, start, field);
      return { stem: escapeKey(start), open: true, listable: true };
    }
    case 'object': {
      const key = requireKey(scope.key, field, words);
      if (key.endsWith('/')) {
        fail('KeySegmentInvalid', field, key, 'name the object without a final slash; with one it is a folder');
      }
      checkSegments(skeleton(key).split('/'), key, field);
      checkLength(key, key, field);
      // A listing with the object's key as prefix would also show `manifest.json.bak`; so a single object has none.
      return { stem: escapeKey(key), open: false, listable: false };
    }
    case 'template': {
      const template = requireKey(scope.template, field, words);
      const canonical = template.endsWith('/') ? template.slice(0, -1) : template;
      const { pattern, shape } = expandTemplate(canonical, scope.values, variables, field);
      checkSegments(shape.split('/'), template, field);
      checkLength(`${shape}/`, template, field);
      literalParts(shape).forEach((part) => checkCharacters(part, template, field, words));
      // Bound values can bring one along, or complete it.
      checkDynamic(shape, template, field, words);
      if (isEverywhere(pattern)) {
        fail('ScopeMissing', field, template,
          'give a variable its value or write out a part of the path, for nothing in it says where; if the whole bucket is meant, declare wholeBucket: true');
      }
      return { stem: `${pattern}/`, open: true, listable: true };
    }
  }
}

/**
 * Whether every part of a pattern may be anything, as those of a template are whose values went missing. A part of a fixed length says
 * something. So does a value known only at deployment, except at the start, where it may be empty.
 */
function isEverywhere(pattern: string): boolean {
  const [first, ...others] = pattern.split('/');
  return isAnything(literalParts(first).join('')) && others.every(isAnything);
}

/** `*` matches slashes as well, and so what stands beside it only asks for some length. */
function isAnything(part: string): boolean {
  return /^[*?]+$/.test(part) && part.includes('*');
}

function requireKey(key: unknown, field: string, words: ProgramWords | undefined): string {
  if (typeof key !== 'string') {
    fail('ValueTypeInvalid', field, key, 'give a string');
  }
  if (key === '') {
    fail('KeyEmpty', field, key, 'name a folder or key; the whole bucket takes wholeBucket: true');
  }
  if (key.startsWith('/')) {
    fail('KeyLeadingSlash', field, key, 'S3 keys do not start with a slash; drop it');
  }
  literalParts(key).forEach((part) => checkCharacters(part, key, field, words));
  checkDynamic(key, key, field, words);
  return key;
}

/** Refuses a dynamic reference, and the beginning of one that a value known only at deployment could complete. */
function checkDynamic(key: string, received: string, field: string, words: ProgramWords | undefined): void {
  const parts = literalParts(key);
  if (key.includes('{{resolve:') || parts.slice(0, -1).some((part) => part.endsWith('{') || part.includes('{{'))) {
    fail('KeyDynamicReference', field, received, `${words?.lookedUp ?? 'write the path out'}; what CloudFormation resolves in place cannot be escaped`);
  }
}

/** IAM accepts policy documents in the range U+0020 to U+00FF; the control characters in it are no use in keys. */
function checkCharacters(part: string, key: string, field: string, words: ProgramWords | undefined): void {
  // eslint-disable-next-line no-control-regex
  const bad = /[\u0000-\u001f\u007f-\u009f]|[^\u0000-\u00ff]/u.exec(part);
  if (bad) {
    const point = bad[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    fail('KeyCharacterInvalid', field, key,
      `IAM accepts no U+${point} in a policy document; declare ${words === undefined ? '' : `the part before it with ${words.startingWith}, or `}the folder above`);
  }
}

function checkSegments(segments: string[], received: string, field: string): void {
  for (const segment of segments) {
    if (segment === '' || segment === '.' || segment === '..') {
      fail('KeySegmentInvalid', field, received, 'write the path without empty, "." or ".." segments');
    }
  }
}

function checkLength(key: string, received: string, field: string): void {
  const bytes = literalParts(key).reduce((sum, part) => sum + utf8Length(part), 0);
  if (bytes > MAX_KEY_BYTES) {
    fail('KeyTooLong', field, received, `S3 keys hold at most ${MAX_KEY_BYTES} bytes of UTF-8 and this takes ${bytes}`);
  }
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}

/** How a scope reads in outputs and reports: the declared path, with the braces and wildcards of its kind. */
export function describeScope(scope: KeyScope): string {
  switch (scope.kind) {
    case 'folder':
      return `${trimSlash(scope.path)}/`;
    case 'startingWith':
      return `${scope.start}*`;
    case 'object':
      return scope.key;
    case 'template': {
      const bound = scope.template.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
        Object.hasOwn(scope.values, name) ? scope.values[name] : whole);
      return `${trimSlash(bound)}/`;
    }
  }
}

function trimSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
