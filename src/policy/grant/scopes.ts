import { fail, failWith } from '../base';
import { KeyScope, ProgramWords } from './key-scope';

/** The word that opens a whole bucket. Only saying it does: a scope that is missing is a mistake, whatever lost it on its way. */
export const WHOLE_BUCKET = 'wholeBucket';

/** What stands for the whole bucket where there is a field for a folder only. No folder is called so by people who write plain text. */
export const WHOLE_BUCKET_FOLDER = '*';

/**
 * Refuses that word as a folder where the whole bucket has another one: whoever types it may mean either.
 *
 * @param whole the word to use there
 */
export function refuseWholeBucketFolder(path: string, field: string, whole: string): void {
  if (path === WHOLE_BUCKET_FOLDER) {
    fail('ScopeMissing', field, path, `if ${whole} is meant, say so; a folder of this name is written ${WHOLE_BUCKET_FOLDER}/`);
  }
}

/** Where in a bucket: some parts of it, or all of it. */
export type Scopes = readonly KeyScope[] | typeof WHOLE_BUCKET;

/** What a declaration says about where. */
interface GivenScope {
  /** Whether it names parts of the bucket. */
  readonly parts: boolean;
  readonly wholeBucket: boolean;
}

/** How those who declare spell the two, for errors. */
export interface ScopeWords {
  readonly parts: string;
  readonly whole: string;
  /** The same as `whole`, where a folder that looks like another word for it is refused: whoever types text may mean either. */
  readonly wholeForFolder?: string;
  /** What programs can declare beside folders; none where text is typed. */
  readonly inPrograms?: ProgramWords;
}

/** Refuses a declaration that does not say where, or says it in two ways. */
export function checkScopeGiven({ parts, wholeBucket }: GivenScope, field: string, words: ScopeWords): void {
  if (parts && wholeBucket) {
    failWith({ code: 'ScopeMissing', field, received: `${words.parts} together with ${words.whole}`, remedy: 'it is one or the other, so leave out what is not meant' });
  }
  if (!parts && !wholeBucket) {
    failWith({ code: 'ScopeMissing', field, received: 'no place in the bucket', remedy: `say where: ${words.parts}, or ${words.whole}` });
  }
}
