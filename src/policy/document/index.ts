/** Statements, and how they are joined without changing what they allow. */
export { merge } from './merge';
export { type Conditions, type PolicyJson, type Statement, type StatementJson, statementToJson, toJson, withCondition } from './statement';
