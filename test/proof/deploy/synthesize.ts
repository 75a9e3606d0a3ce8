import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CompleteStage, Life } from './life';
import { TemplateJson } from '../../support/intrinsics';

/** The template of an app at one stage, as `cdk synth` writes it. */
export function synthesize(life: Life, stage: CompleteStage): TemplateJson {
  return templateOf((stack) => {
    const data = life.data(stack);
    stage.known.forEach((name) => life.grants[name].declare(data));
    const [externalId, nextExternalId] = stage.externalIds;
    life.construct(stack, {
      access: stage.grants.map((name) => life.grants[name].declare(data)),
      vendor: life.vendor(stage.pending),
      externalId,
      nextExternalId,
      suspended: stage.suspended,
      managed: stage.managed,
    });
  });
}

/** The same app after the construct was removed: the customer's buckets stay. */
export function withoutConstruct(life: Life, stage: CompleteStage): TemplateJson {
  return templateOf((stack) => {
    const data = life.data(stack);
    stage.known.forEach((name) => life.grants[name].declare(data));
  });
}

/** The template of a stack that can be deployed anywhere. */
export function templateOf(build: (stack: Stack) => void): TemplateJson {
  const stack = new Stack(new App(), 'Stack');
  build(stack);
  return Template.fromStack(stack).toJSON() as TemplateJson;
}
