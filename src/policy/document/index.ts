/** Statements, and how they are joined without changing what they allow. */
export { ALWAYS, and, condition, type Condition, type Conditions, valuesOf, withValues } from './conditions';
export { merge } from './merge';
export { EVERYBODY, type PrincipalSet, type Statement } from './statement';
