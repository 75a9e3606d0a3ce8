"""
Types of resources that moto's CloudFormation passes over in silence, on top of moto's own S3, IAM and Secrets Manager.

A class is registered by being a subclass of CloudFormationModel. Each keeps its physical ID, and asks moto's backends
for everything else, so that what the API gives back is what moto holds.
"""

import json
import uuid

from moto.core.common_models import CloudFormationModel
from moto.iam.models import iam_backends
from moto.s3.models import s3_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.utilities.utils import get_partition


class BucketPolicy(CloudFormationModel):
    def __init__(self, bucket):
        self.bucket = bucket

    @property
    def physical_resource_id(self):
        return self.bucket

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::S3::BucketPolicy"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        policy = cls(cloudformation_json["Properties"]["Bucket"])
        policy.put(cloudformation_json["Properties"], account_id, region_name)
        return policy

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        original_resource.put(cloudformation_json["Properties"], account_id, region_name)
        return original_resource

    def put(self, properties, account_id, region_name):
        document = json.dumps(properties["PolicyDocument"]).encode()
        s3_backends[account_id][get_partition(region_name)].put_bucket_policy(self.bucket, document)

    def delete(self, account_id, region_name):
        s3_backends[account_id][get_partition(region_name)].delete_bucket_policy(self.bucket)


class Group(CloudFormationModel):
    def __init__(self, group):
        self.group = group

    @property
    def physical_resource_id(self):
        return self.group.name

    @staticmethod
    def cloudformation_name_type():
        return "GroupName"

    @staticmethod
    def cloudformation_type():
        return "AWS::IAM::Group"

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr == "Arn"

    def get_cfn_attribute(self, attribute_name):
        if attribute_name != "Arn":
            raise KeyError(attribute_name)
        return self.group.arn

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        path = cloudformation_json["Properties"].get("Path", "/")
        return cls(iam_backends[account_id][get_partition(region_name)].create_group(resource_name, path))

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        original_resource.group.path = cloudformation_json["Properties"].get("Path", "/")
        return original_resource

    def delete(self, account_id, region_name):
        iam_backends[account_id][get_partition(region_name)].delete_group(self.group.name)


class Secret(CloudFormationModel):
    def __init__(self, arn):
        self.arn = arn

    @property
    def physical_resource_id(self):
        return self.arn

    @staticmethod
    def cloudformation_name_type():
        return "Name"

    @staticmethod
    def cloudformation_type():
        return "AWS::SecretsManager::Secret"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        properties = cloudformation_json["Properties"]
        backend = secretsmanager_backends[account_id][region_name]
        created = backend.create_secret(
            name=resource_name,
            secret_string=properties["SecretString"],
            secret_binary=None,
            description=properties.get("Description"),
            tags=None,
            kms_key_id=properties.get("KmsKeyId"),
            client_request_token=None,
            replica_regions=[],
            force_overwrite=False,
        )
        return cls(json.loads(created)["ARN"])

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        properties = cloudformation_json["Properties"]
        secretsmanager_backends[account_id][region_name].update_secret(
            secret_id=original_resource.arn,
            secret_string=properties["SecretString"],
            # Each version has a token; without one moto takes the new version for a repetition of the first.
            client_request_token=str(uuid.uuid4()),
            description=properties.get("Description"),
            kms_key_id=properties.get("KmsKeyId"),
        )
        return original_resource

    def delete(self, account_id, region_name):
        secretsmanager_backends[account_id][region_name].delete_secret(
            self.arn, recovery_window_in_days=None, force_delete_without_recovery=True,
        )
