import { PlantedBug } from './bug';
import { KMS_BUGS } from './kms';
import { S3_BUGS } from './s3';
import { TRUST_BUGS } from './trust';

/** Bugs that the proof must find, or it would prove nothing. */
export const PLANTED_BUGS: readonly PlantedBug[] = [...S3_BUGS, ...KMS_BUGS, ...TRUST_BUGS];
