import { TemplateJson } from '../../../support/intrinsics';

/** A template after a mistake of ours that would give a vendor another role or user. */
export interface DamagedUpgrade {
  readonly title: string;
  readonly template: TemplateJson;
}

/** The mistakes that the checks of upgrades must find. */
export function damagedUpgrades(template: TemplateJson): DamagedUpgrade[] {
  return Object.entries(template.Resources).flatMap(([id, { Type: type }]) => {
    switch (type) {
      case 'AWS::IAM::Role': return [
        { title: 'a new logical ID of a role', template: renamed(template, id, `${id}New`) },
        { title: 'a new name of a role', template: changed(template, id, { RoleName: 'vendor-access' }) },
        { title: 'a new path of a role', template: changed(template, id, { Path: '/vendors/' }) },
      ];
      case 'AWS::IAM::User': return [
        { title: 'a new logical ID of a user', template: renamed(template, id, `${id}New`) },
        { title: 'a new name of a user', template: changed(template, id, { UserName: 'vendor-access' }) },
      ];
      case 'AWS::IAM::AccessKey': return [{ title: 'a new serial of an access key', template: changed(template, id, { Serial: 2 }) }];
      default: return [];
    }
  });
}

function changed(template: TemplateJson, id: string, properties: object): TemplateJson {
  const resource = template.Resources[id];
  return { ...template, Resources: { ...template.Resources, [id]: { ...resource, Properties: { ...resource.Properties, ...properties } } } };
}

/** A logical ID stands in the template as a string of its own, and nowhere inside of others. */
function renamed(template: TemplateJson, id: string, newId: string): TemplateJson {
  return JSON.parse(JSON.stringify(template).replaceAll(JSON.stringify(id), JSON.stringify(newId)));
}
