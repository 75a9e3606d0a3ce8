/** Fields of the library, and the options that set them; of several, the one that was typed is meant. */
const OPTIONS: ReadonlyArray<readonly [field: RegExp, ...options: string[]]> = [
  [/^(vendor|path)$/, '--vendor'],
  [/^externalId$/, '--external-id', '--external-id-source'],
  [/\.bucketName$|^access\[\d+\]$/, '--bucket'],
  [/\.(prefix|prefixes\[\d+\])$/, '--prefix'],
  [/\.mode$/, '--mode'],
  [/\.keyArn$/, '--key-arn'],
  [/^account(Id)?$/, '--account'],
  [/^roleName$/, '--role-name'],
  [/^principal(Arn)?$/, '--principal'],
  [/^templateUrl$/, '--template-url'],
  [/^version$/, '--kit-version'],
  [/^stackName$/, '--stack-name'],
  [/^slots$/, '--slots'],
  [/^regions?(\[\d+\])?$/, '--region'],
  [/^parameters(\.|$)/, '--param'],
];

/** Which `--bucket` a field belongs to, counted from 1; none where there is one bucket only. */
export function bucketOf(field: string | undefined, args: readonly string[]): number | undefined {
  const [, index] = /^(?:buckets|access)\[(\d+)\]/.exec(field ?? '') ?? [];
  const several = args.filter((arg) => arg === '--bucket' || arg.startsWith('--bucket=')).length > 1;
  return index === undefined || !several ? undefined : Number(index) + 1;
}

/** The same with the name of the parameter that it is about, where one option sets several. */
export function optionInText(field: string | undefined, option: string | undefined): string | undefined {
  return option === '--param' ? `--param ${field!.replace(/^parameters\.?/, '')}`.trim() : option ?? field;
}

/** The option that sets a field; none for what a definition says. */
export function optionOf(field: string | undefined, args: readonly string[]): string | undefined {
  if (field === undefined || /^(vendor\.|definition\b)/.test(field)) {
    return undefined;
  }
  const [, ...options] = OPTIONS.find(([pattern]) => pattern.test(field)) ?? [/^/];
  return options.find((option) => args.some((arg) => arg === option || arg.startsWith(`${option}=`))) ?? options[0];
}
