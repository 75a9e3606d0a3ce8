import { IResolvable, Tokenization } from 'aws-cdk-lib';

/** A text with something else in place of each of its tokens. */
export function mapTokens(text: string, map: (token: IResolvable) => string): string {
  return Tokenization.reverseString(text)
    .mapTokens({ mapToken: map })
    .join({ join: (left, right) => `${left ?? ''}${right ?? ''}` });
}
