"""
How CloudFormation takes a stack from one template to the next, as AWS documents it. Where moto does otherwise:

- It passes over types that it does not know. Here they are an error, and so are properties that nobody would honour.
- It updates a role without its trust policy, boundary and session duration, a user without its groups, a key without its
  policy, a managed policy not at all; it never deletes a managed policy, and replaces an access key, and a user with a
  name, at every change. Here AWS's own resource schemas say which properties replace a resource, and all others are updated in place.
- It compares templates as they are written, so that a resource whose references have changed is left alone. Here the
  evaluated properties are compared.
- It looks for functions again in what Fn::Sub has put in, where AWS puts values in once, as they are.
- It removes first and creates later, and forgets DeletionPolicy then. Here it is: create and update in the order of the
  references, then remove in the opposite order.
- It keeps AWS::NoValue in lists, lists a resource whose condition does not hold, and creates what depends on it. Here none is there.
- It takes any value of a parameter; constraints.py does not.
- It knows no Fn::GetStackOutput, and one partition only; stack_output.py and this file know more.
- It deletes a stack whose exports another one imports. Here that is an error, as with AWS.

moto evaluates the functions of the template, and its backends keep the resources.
"""

import copy
import functools
import json
import os
import re

import cfnlint
import cfnlint.decode.cfn_yaml
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import ChangeSet, CloudFormationBackend, Stack
from moto.cloudformation.parsing import ResourceMap
from moto.iam.models import AccessKey, InlinePolicy, ManagedPolicy, Role, User, iam_backends
from moto.kms.models import Key, kms_backends
from moto.utilities.utils import get_partition

from . import constraints, stack_output
from .call_back import CallBack

# What moto or this file does something about.
HONOURED = {
    "AWS::IAM::AccessKey": {"UserName", "Status", "Serial"},
    "AWS::IAM::Group": {"GroupName", "Path"},
    "AWS::IAM::ManagedPolicy": {"ManagedPolicyName", "Description", "Path", "PolicyDocument", "Groups", "Roles", "Users"},
    "AWS::IAM::Policy": {"PolicyName", "PolicyDocument", "Groups", "Roles", "Users"},
    "AWS::IAM::Role": {"RoleName", "Path", "Description", "MaxSessionDuration", "PermissionsBoundary", "AssumeRolePolicyDocument", "Policies"},
    "AWS::IAM::User": {"UserName", "Path", "Groups"},
    "AWS::KMS::Alias": {"AliasName", "TargetKeyId"},
    "AWS::KMS::Key": {"KeyPolicy", "Description", "EnableKeyRotation", "Enabled"},
    "AWS::S3::Bucket": {"BucketName", "BucketEncryption"},
    "AWS::S3::BucketPolicy": {"Bucket", "PolicyDocument"},
    "AWS::SecretsManager::Secret": {"Name", "Description", "KmsKeyId", "SecretString"},
}

_create = parsing.parse_and_create_resource
_clean = parsing.clean_json
_class_of = parsing.resource_class_from_type
_load = ResourceMap.load
_delete_stack = CloudFormationBackend.delete_stack


def install():
    Stack.parse_template = staticmethod(read)
    Stack.stack_resources = property(lambda self: [resource for resource in self.resource_map.values() if resource is not None])
    ChangeSet._parse_template = lambda self: setattr(self, "template_dict", read(self.template))
    parsing.clean_json = clean
    parsing.parse_and_create_resource = create
    parsing.resource_class_from_type = lambda name: CallBack if name.startswith("Custom::") else _class_of(name)
    ResourceMap.load = load
    ResourceMap.update = update
    ResourceMap.delete = delete
    CloudFormationBackend.delete_stack = delete_stack


def read(template):
    """moto reads every template as YAML, which takes most of its time, and knows no short form of a condition's name."""
    return json.loads(template if template.startswith("{") else json.dumps(cfnlint.decode.cfn_yaml.loads(template)))


def load(self):
    partition = get_partition(self._region_name)
    suffix = "amazonaws.com.cn" if partition == "aws-cn" else "amazonaws.com"
    self._parsed_resources.update({"AWS::Partition": partition, "AWS::URLSuffix": suffix})
    constraints.demand(self._template, self.input_parameters, self._region_name)
    complete(self._template, self.input_parameters)
    _load(self)


def complete(template, parameters):
    """Puts in defaults: moto takes what was given for all that there is, when an update asks for previous values."""
    for name, slot in template.get("Parameters", {}).items():
        parameters.setdefault(name, slot.get("Default"))


def present(resource_json, resources_map):
    condition = resource_json.get("Condition")
    others = [resources_map._resource_json_map[name] for name in depends_on(resource_json)]
    return (condition is None or resources_map.lazy_condition_map[condition]) and all(present(other, resources_map) for other in others)


def clean(value, resources_map):
    if isinstance(value, list):
        return [item for item in (parsing.clean_json(item, resources_map) for item in value) if item is not None]
    if isinstance(value, dict) and list(value) == ["Fn::GetStackOutput"]:
        argument = parsing.clean_json(value["Fn::GetStackOutput"], resources_map)
        return stack_output.read(argument, resources_map._account_id, resources_map._region_name)
    if not (isinstance(value, dict) and list(value) == ["Fn::Sub"]):
        return _clean(value, resources_map)
    text, mapping = value["Fn::Sub"] if isinstance(value["Fn::Sub"], list) else (value["Fn::Sub"], {})

    def put_in(match):
        name = match.group(1)
        if name.startswith("!"):
            return "${" + name[1:] + "}"
        function = {"Fn::GetAtt": name.split(".", 1)} if "." in name else {"Ref": name}
        return str(parsing.clean_json(mapping.get(name, function), resources_map))

    return re.sub(r"\$\{([^}]*)\}", put_in, text)


def create(logical_id, resource_json, resources_map, account_id, region_name):
    if not present(resource_json, resources_map):
        return None
    evaluated = evaluate(resource_json, resources_map)
    demand_honoured(resource_json["Type"], evaluated)
    # moto writes into what it is given, and would take that for a change of the template later.
    resource = _create(logical_id, copy.deepcopy(resource_json), resources_map, account_id, region_name)
    resource.evaluated = evaluated
    settle(resource, {}, evaluated, account_id, region_name)
    return resource


def update(self, template, parameters=None):
    parameters = {} if parameters is None else parameters
    constraints.demand(template, parameters, self._region_name)
    complete(template, parameters)
    before = dict(self._resource_json_map)
    self._template = template
    self.input_parameters = parameters
    self.load_mapping()
    self.load_parameters()
    self.load_conditions()
    self._resource_json_map = template["Resources"]

    leaving = []
    for logical_id in in_order(self._resource_json_map):
        resource_json = self._resource_json_map[logical_id]
        existing = self._parsed_resources.get(logical_id)
        if existing is None:
            self[logical_id]
            continue
        if not present(resource_json, self):
            leaving.append((self._parsed_resources.pop(logical_id), resource_json.get("DeletionPolicy")))
            continue
        evaluated = evaluate(resource_json, self)
        changed = {name for name in {*existing.evaluated, *evaluated} if existing.evaluated.get(name) != evaluated.get(name)}
        if resource_json["Type"] != existing.cf_resource_type or changed & replacing(resource_json["Type"]):
            leaving.append((existing, before[logical_id].get("UpdateReplacePolicy")))
            del self._parsed_resources[logical_id]
            self[logical_id]
        elif changed:
            demand_honoured(resource_json["Type"], evaluated)
            previous = existing.evaluated
            existing.evaluated = evaluated
            settle(existing, previous, evaluated, self._account_id, self._region_name)

    for logical_id in reversed(in_order(before)):
        if logical_id not in self._resource_json_map and logical_id in self._parsed_resources:
            leaving.append((self._parsed_resources.pop(logical_id), before[logical_id].get("DeletionPolicy")))
    for resource, policy in leaving:
        if policy != "Retain":
            remove(resource, self._account_id, self._region_name)


def delete(self):
    for logical_id in reversed(in_order(self._resource_json_map)):
        resource = self._parsed_resources.pop(logical_id, None)
        if resource is not None and self._resource_json_map[logical_id].get("DeletionPolicy") != "Retain":
            remove(resource, self._account_id, self._region_name)


def delete_stack(self, name_or_stack_id):
    """Nothing that another stack imports may go."""
    going = [stack for stack in self.stacks.values() if name_or_stack_id in (stack.name, stack.stack_id)]
    exported = {export.name for stack in going for export in stack.exports}
    for other in self.stacks.values():
        taken = exported & imports(other.template_dict, other.resource_map) if other not in going else set()
        if taken:
            raise ValidationError(message=f"Export {sorted(taken)[0]} cannot be deleted as it is in use by {other.name}")
    _delete_stack(self, name_or_stack_id)


def imports(value, resources_map):
    if isinstance(value, list):
        return {name for item in value for name in imports(item, resources_map)}
    if not isinstance(value, dict):
        return set()
    found = {name for item in value.values() for name in imports(item, resources_map)}
    return found | ({parsing.clean_json(value["Fn::ImportValue"], resources_map)} if "Fn::ImportValue" in value else set())


def evaluate(resource_json, resources_map):
    return parsing.clean_json(copy.deepcopy(resource_json.get("Properties", {})), resources_map)


def demand_honoured(resource_type, properties):
    if resource_type.startswith("Custom::"):
        return
    unknown = sorted(set(properties) - HONOURED.get(resource_type, set()))
    if resource_type not in HONOURED or unknown:
        raise ValidationError(message=f"The emulator does not honour {resource_type} {', '.join(unknown)}")


def in_order(resources):
    """Logical IDs, each after those that it refers to or depends on."""
    done = []

    def visit(logical_id):
        if logical_id not in done:
            for other in sorted(references(resources[logical_id]) & set(resources)):
                visit(other)
            done.append(logical_id)

    for logical_id in resources:
        visit(logical_id)
    return done


def references(value):
    if isinstance(value, list):
        return {name for item in value for name in references(item)}
    if not isinstance(value, dict):
        return set()
    found = {name for item in value.values() for name in references(item)}
    if isinstance(value.get("Ref"), str):
        found.add(value["Ref"])
    if isinstance(value.get("Fn::GetAtt"), list):
        found.add(value["Fn::GetAtt"][0])
    return found | set(depends_on(value))


def depends_on(value):
    depends = value.get("DependsOn", [])
    return [name for name in ([depends] if isinstance(depends, str) else depends) if isinstance(name, str)]


@functools.lru_cache
def replacing(resource_type):
    """The properties whose change replaces a resource, from the schemas that AWS publishes and cfn-lint ships."""
    if resource_type.startswith("Custom::"):
        return set()
    schemas = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas")
    with open(os.path.join(schemas, "providers", "eu-west-1.json")) as file:
        name = json.load(file)[resource_type]
    with open(os.path.join(schemas, "resources", f"{name}.json")) as file:
        pointers = json.load(file).get("createOnlyProperties", [])
    return {pointer.split("/")[2] for pointer in pointers}


def settle(resource, before, after, account_id, region_name):
    """Brings a resource to its properties; `before` is empty where moto has just created it."""
    iam = iam_backends[account_id][get_partition(region_name)]
    if isinstance(resource, Role):
        iam.update_role(resource.name, after.get("Description", ""), after.get("MaxSessionDuration", 3600))
        iam.put_role_permissions_boundary(resource.name, after.get("PermissionsBoundary"))
        iam.update_assume_role_policy(resource.name, json.dumps(after["AssumeRolePolicyDocument"]))
        old, new = ({policy["PolicyName"]: policy["PolicyDocument"] for policy in state.get("Policies", [])} for state in (before, after))
        for name in set(old) - set(new):
            iam.delete_role_policy(resource.name, name)
        for name, document in new.items():
            iam.put_role_policy(resource.name, name, json.dumps(document))
    elif isinstance(resource, User):
        resource.path = after.get("Path", "/")
        for group in set(before.get("Groups", [])) - set(after.get("Groups", [])):
            iam.remove_user_from_group(group, resource.name)
        for group in set(after.get("Groups", [])) - set(before.get("Groups", [])):
            iam.add_user_to_group(group, resource.name)
    elif isinstance(resource, AccessKey):
        iam.update_access_key(resource.user_name, resource.access_key_id, after.get("Status", "Active"))
    elif isinstance(resource, Key):
        # moto keeps the document as it is given; the API has it as text.
        kms_backends[account_id][region_name].put_key_policy(resource.id, json.dumps(after["KeyPolicy"]))
        resource.key_rotation_status = after.get("EnableKeyRotation", False)
        resource.enabled = after.get("Enabled", True)
    elif isinstance(resource, ManagedPolicy):
        if before:
            version = iam.create_policy_version(resource.arn, json.dumps(after["PolicyDocument"]), "true")
            for old in [v.version_id for v in resource.versions if v.version_id != version.version_id]:
                iam.delete_policy_version(resource.arn, old)
            attach(iam, resource, before, after)
    elif isinstance(resource, CallBack):
        if before:
            resource.send("Update", after, OldResourceProperties=before)
    elif before:
        parsing.get_model_map()[resource.cf_resource_type].update_from_cloudformation_json(
            resource, None, {"Type": resource.cf_resource_type, "Properties": after}, account_id, region_name,
        )


def attach(iam, policy, before, after):
    kinds = {
        "Roles": (lambda name: iam.attach_role_policy(policy.arn, name), lambda name: iam.detach_role_policy(policy.arn, name)),
        "Groups": (lambda name: iam.attach_group_policy(policy.arn, name), lambda name: iam.detach_group_policy(policy.arn, name)),
        "Users": (lambda name: iam.attach_user_policy(policy.arn, name), lambda name: iam.detach_user_policy(policy.arn, name)),
    }
    for kind, (add, drop) in kinds.items():
        old, new = set(before.get(kind, [])), set(after.get(kind, []))
        for name in new - old:
            add(name)
        for name in old - new:
            drop(name)


def remove(resource, account_id, region_name):
    iam = iam_backends[account_id][get_partition(region_name)]
    if isinstance(resource, ManagedPolicy):
        attach(iam, resource, resource.evaluated, {})
        iam.delete_policy(resource.arn)
    elif isinstance(resource, InlinePolicy):
        iam.delete_inline_policy(resource.name)
    elif isinstance(resource, User):
        for group in resource.evaluated.get("Groups", []):
            iam.remove_user_from_group(group, resource.name)
        iam.delete_user(resource.name)
    elif isinstance(resource, Role):
        for policy in resource.evaluated.get("Policies", []):
            iam.delete_role_policy(resource.name, policy["PolicyName"])
        # Not moto's way, which first takes every policy away: what is still there then is an error, as with AWS.
        iam.delete_role(resource.name)
    elif hasattr(resource, "delete"):
        resource.delete(account_id, region_name)
    else:
        parsing.parse_and_delete_resource(resource.physical_resource_id, {"Type": resource.cf_resource_type}, account_id, region_name)
