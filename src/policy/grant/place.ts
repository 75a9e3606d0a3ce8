import { Issues } from '../base';
import { KeyPattern } from '../pattern';
import { compileScope, EVERY_KEY, KeyScope } from './key-scope';
import { TemplateVariables } from './key-template';
import { checkScopeGiven, refuseWholeBucketFolder, Scopes, ScopeWords, WHOLE_BUCKET } from './scopes';

/** A part of a bucket, as declared, and where it was declared. */
export interface PlacePart {
  readonly field: string;
  readonly scope: KeyScope;
}

/** What somebody says about where in a bucket. */
export interface PlaceRequest {
  /** For what is wrong with all of it together. */
  readonly field: string;
  /** None where no part was named. */
  readonly parts?: readonly PlacePart[];
  readonly wholeBucket: boolean;
  /** How whoever says it spells these. */
  readonly words: ScopeWords;
}

/** Where in a bucket, checked. */
export interface Place {
  readonly scopes: Scopes;
  readonly patterns: readonly KeyPattern[];
}

/** Checks where, and compiles it: this is where a prefix becomes a pattern, which `renderPattern` and `objectStatements` write into a resource. */
export function checkPlace({ field, parts, wholeBucket, words }: PlaceRequest, variables: TemplateVariables, issues: Issues): Place | undefined {
  return issues.check(() => {
    checkScopeGiven({ parts: parts !== undefined, wholeBucket }, field, words);
    if (parts === undefined) {
      return { scopes: WHOLE_BUCKET, patterns: [EVERY_KEY] };
    }
    const patterns = parts.map((part) => issues.check(() => compilePart(part, variables, words)));
    return patterns.every((pattern) => pattern !== undefined) ? { scopes: parts.map(({ scope }) => scope), patterns } : undefined;
  });
}

function compilePart({ field, scope }: PlacePart, variables: TemplateVariables, { wholeForFolder, inPrograms }: ScopeWords): KeyPattern {
  if (wholeForFolder !== undefined && scope.kind === 'folder') {
    refuseWholeBucketFolder(scope.path, field, wholeForFolder);
  }
  return compileScope(scope, variables, field, inPrograms);
}
