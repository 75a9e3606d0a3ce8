"""
Custom resources whose service token is an SNS topic, which may lie in another account. moto knows those of Lambda functions only.

The request goes to whoever has subscribed to the topic. It counts as answered at once, except for a deletion: there the one who
should answer may be gone, and AWS would wait for an hour and then fail, so it fails here.
"""

import json
import uuid

from moto.cloudformation.custom_model import CustomModel
from moto.cloudformation.exceptions import ValidationError
from moto.sns.models import sns_backends


class CallBack(CustomModel):
    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        resource = cls(region_name, str(uuid.uuid4()), kwargs["LogicalId"], resource_name)
        resource.stack_id = kwargs["StackId"]
        resource.resource_type = kwargs["ResourceType"]
        resource.set_data({})
        resource.send("Create", cloudformation_json["Properties"])
        return resource

    def send(self, request_type, properties, **more):
        topic = properties["ServiceToken"]
        _, _, service, region, account, _ = topic.split(":")
        if service != "sns":
            raise ValidationError(message=f"The emulator sends custom resources to SNS only, not to {topic}")
        message = {
            "RequestType": request_type,
            "ServiceToken": topic,
            "ResponseURL": "https://cloudformation-custom-resource-response.invalid/",
            "StackId": self.stack_id,
            "RequestId": str(uuid.uuid4()),
            "LogicalResourceId": self.logical_id,
            "PhysicalResourceId": self.physical_resource_id,
            "ResourceType": self.resource_type,
            # A service gets every value as text.
            "ResourceProperties": {name: str(value) for name, value in properties.items()},
            **more,
        }
        sns_backends[account][region].publish(json.dumps(message), arn=topic)

    def delete(self, account_id, region_name):
        raise ValidationError(message=f"Nobody answers the deletion of {self.logical_id}")
