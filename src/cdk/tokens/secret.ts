import { TokenIdentity } from './token-identity';

/** Whether somebody marked a value, or a part of it, as not to be shown. */
export function isSecret({ value, parameters }: Pick<TokenIdentity, 'value' | 'parameters'>): boolean {
  return /\{\{resolve:(secretsmanager|ssm-secure):/.test(JSON.stringify(value ?? null)) || parameters.some(({ noEcho }) => noEcho);
}
