/** What stands against a request; each is one way in which it goes beyond the declaration. */
export type Objection =
  | 'suspended' | 'expired' | 'address' | 'principal' | 'organization'
  | 'external ID' | 'session tags'
  | 'bucket' | 'owner' | 'action' | 'key' | 'prefix' | 'plain HTTP' | 'ACL' | 'encryption'
  | 'KMS key' | 'KMS action' | 'encryption context' | 'KMS without S3' | 'alias';

/** The answer that a declaration calls for: allowed if nothing stands against the request. */
export type Answer = readonly Objection[];

/**
 * Of several grants one is enough, so the one that least stands against decides; of none, everything stands against. Between
 * two, the one that is about this principal, place and action says best why.
 */
export function least(answers: readonly Answer[], none: Answer): Answer {
  const weight = (answer: Answer) => answer.length + (answer.includes('principal') || answer.includes('bucket') ? 0.5 : 0) + (answer.includes('action') ? 0.25 : 0);
  return answers.reduce((best, answer) => (weight(answer) < weight(best) ? answer : best), answers[0] ?? none);
}
