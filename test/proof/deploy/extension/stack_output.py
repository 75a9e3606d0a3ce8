"""
Fn::GetStackOutput, which moto does not know: an output of another stack, which may lie in another account.

Across accounts it is read with a role of that account. moto judges no trust, so whether the role lets the reader in is left to the
comparison of documents; but it has to be there, as with AWS.
"""

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import cloudformation_backends
from moto.iam.exceptions import NotFoundException
from moto.iam.models import iam_backends
from moto.utilities.utils import get_partition


def read(argument, account_id, region_name):
    region = argument.get("Region", region_name)
    role = argument.get("RoleArn")
    account = account_id if role is None else role.split(":")[4]
    if role is not None:
        demand_role(role, account, region)
    name, output = argument["StackName"], argument["OutputName"]
    for stack in cloudformation_backends[account][region].stacks.values():
        for found in stack.output_map.values() if stack.name == name else []:
            if found and found.key == output:
                return found.value
    raise ValidationError(message=f"No stack {name} of {account} in {region} has an output {output}")


def demand_role(role, account, region):
    try:
        iam_backends[account][get_partition(region)].get_role_by_arn(role)
    except NotFoundException:
        raise ValidationError(message=f"There is no role {role} to read outputs with")
