/** Trying what a vendor can do. */
export { AwsAttempts } from './aws-attempts';
export { renderJson, renderTable } from './render-report';
export { exitCode } from './report';
export { stopSignal } from './stop-signal';
export { checkTarget, type VerifyInput } from './target';
export { verify } from './verify';
