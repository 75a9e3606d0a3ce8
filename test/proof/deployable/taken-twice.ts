import { Placed } from '../world/world';

/** What there can be only one of; the second deployment fails, or silently replaces what the first one has made. */
export function takenTwice(stacks: readonly Placed[]): string[] {
  return [
    // S3 keeps one policy for a bucket. Names of buckets are the whole world's.
    ...repeated('a policy of the bucket', stacks.flatMap(({ template }) => template.ids('AWS::S3::BucketPolicy').map((id) => template.properties(id).Bucket))),
    ...repeated('the bucket', stacks.flatMap(({ template }) => template.ids('AWS::S3::Bucket').map((id) => template.ref(id)))),
    ...repeated('the role', stacks.flatMap(({ template, account }) =>
      template.ids('AWS::IAM::Role').flatMap((id) => template.properties(id).RoleName ?? []).map((name: string) => `${account} ${name.toLowerCase()}`))),
    ...repeated('the export', stacks.flatMap(({ template, account }) =>
      Object.values(template.outputs).flatMap(({ Export }) => (Export ? [`${account} ${Export.Name}`] : [])))),
  ];
}

function repeated(what: string, names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) < i))].map((name) => `${what} ${name} twice`);
}
