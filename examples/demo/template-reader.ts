/** A synthesized CloudFormation template. */
export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: any }>>;
}

/** Attributes by which buckets and keys are shown, in place of their logical IDs. */
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Gives template values as text: names instead of references, so that a person can read them. */
export class TemplateReader {
  constructor(public readonly template: Template) {
  }

  /** The resources of one type, by logical ID. */
  public resources(type: string): Array<{ id: string; properties: any }> {
    return Object.entries(this.template.Resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]) => ({ id, properties: resource.Properties ?? {} }));
  }

  /** A value as text. */
  public text(value: any): string {
    if (typeof value !== 'object' || value === null) {
      return String(value);
    }
    if (value['Fn::Join']) {
      const [delimiter, items] = value['Fn::Join'];
      return items.map((item: unknown) => this.text(item)).join(delimiter);
    }
    if (value['Fn::GetAtt']) {
      return this.attribute(value['Fn::GetAtt'][0]);
    }
    if (value.Ref) {
      return PSEUDO[value.Ref] ?? this.attribute(value.Ref);
    }
    return JSON.stringify(value);
  }

  /** A value or a list of values, as a list of texts. */
  public list(value: any): string[] {
    return (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined).map((item) => this.text(item));
  }

  private attribute(id: string): string {
    const resource = this.template.Resources[id];
    if (resource?.Type === 'AWS::S3::Bucket') {
      return `arn:aws:s3:::${resource.Properties.BucketName}`;
    }
    return id.replace(/[0-9A-F]{8}$/, '');
  }
}
