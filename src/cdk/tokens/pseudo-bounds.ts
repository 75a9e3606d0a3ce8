import { BOUNDS } from '../../policy/aws';

/** Upper bounds of the pseudo parameters, whatever they are part of. */
export const PSEUDO_BOUNDS: ReadonlyMap<string, number> = new Map([
  ['AWS::AccountId', BOUNDS.accountId],
  ['AWS::Partition', BOUNDS.partition],
  ['AWS::Region', BOUNDS.region],
  ['AWS::URLSuffix', BOUNDS.urlSuffix],
]);
