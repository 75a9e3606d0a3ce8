import { ProofCase } from './case';
import { CONDITION_CASES } from './conditions';
import { KMS_CASES } from './kms';
import { MODE_CASES } from './modes';
import { SCOPES } from './scopes';
import { STACK_CASES } from './stacks';
import { TRUST_CASES } from './trust';
import { VENDOR_CASES } from './vendors';

/** Every kind of scope, mode, option, condition, key and principal; and every way to divide an app into stacks. */
export const CASES: readonly ProofCase[] = [
  ...SCOPES, ...MODE_CASES, ...CONDITION_CASES, ...KMS_CASES, ...TRUST_CASES, ...VENDOR_CASES, ...STACK_CASES,
];
