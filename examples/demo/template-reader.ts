import { Properties, Template, Value, Values } from './template';

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Gives template values as text: names instead of references, so that a person can read them. */
export class TemplateReader {
  constructor(private readonly template: Template) {
  }

  /** The resources of one type. */
  public resources<T extends keyof Properties>(type: T): Array<{ id: string; properties: Properties[T] }> {
    return Object.entries(this.template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ id, properties: (resource.Properties ?? {}) as Properties[T] }));
  }

  /** A value as text. */
  public text(value: Value): string {
    if (typeof value !== 'object') {
      return String(value);
    }
    if ('Fn::Join' in value) {
      const [delimiter, items] = value['Fn::Join'];
      return items.map((item) => this.text(item)).join(delimiter);
    }
    if ('Fn::GetAtt' in value) {
      return this.name(value['Fn::GetAtt'][0]);
    }
    return 'Ref' in value ? PSEUDO[value.Ref] ?? this.name(value.Ref) : JSON.stringify(value);
  }

  /** A value or a list of values, as a list of texts. */
  public list(values: Values | undefined): string[] {
    return [values ?? []].flat().map((value) => this.text(value));
  }

  /** What a resource is called: a bucket by its address, everything else by its logical ID without the hash. */
  public name(id: string): string {
    const bucket = this.resources('AWS::S3::Bucket').find((candidate) => candidate.id === id);
    return bucket ? `arn:aws:s3:::${bucket.properties.BucketName}` : id.replace(/[0-9A-F]{8}$/, '');
  }
}
