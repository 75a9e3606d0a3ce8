"""
What CloudFormation checks before it touches a stack, and moto passes over: that parameters are those of the template and meet
their constraints, and that the template's rules hold. A function that is unknown here is an error.
"""

import re

from moto.cloudformation.exceptions import ValidationError


def demand(template, parameters, region):
    slots = template.get("Parameters", {})
    strangers = sorted(set(parameters) - set(slots))
    if strangers:
        raise ValidationError(message=f"Parameters: {strangers} do not exist in the template")
    values = {name: parameters.get(name, slot.get("Default")) for name, slot in slots.items()}
    missing = [name for name, value in values.items() if value is None]
    if missing:
        raise ValidationError(message=f"Parameters: {missing} must have values")
    for name, slot in slots.items():
        demand_value(name, slot, values[name])
    values["AWS::Region"] = region
    for name, rule in template.get("Rules", {}).items():
        if holds(rule.get("RuleCondition", True), values):
            for assertion in rule["Assertions"]:
                if not holds(assertion["Assert"], values):
                    raise ValidationError(message=f"Template validation error: rule {name}: {assertion.get('AssertDescription')}")


def demand_value(name, slot, value):
    if slot["Type"] != "String":
        return
    complaint = slot.get("ConstraintDescription", "its constraints are not met")
    if not int(slot.get("MinLength", 0)) <= len(value) <= int(slot.get("MaxLength", 4096)):
        raise ValidationError(message=f"Parameter {name} failed to satisfy constraint on its length: {complaint}")
    if "AllowedPattern" in slot and re.fullmatch(slot["AllowedPattern"], value) is None:
        raise ValidationError(message=f"Parameter {name} failed to satisfy constraint: {complaint}")
    if "AllowedValues" in slot and value not in slot["AllowedValues"]:
        raise ValidationError(message=f"Parameter {name} must be one of {slot['AllowedValues']}")


def holds(condition, values):
    if isinstance(condition, bool):
        return condition
    [(name, argument)] = condition.items()
    if name == "Fn::And":
        return all(holds(item, values) for item in argument)
    if name == "Fn::Or":
        return any(holds(item, values) for item in argument)
    if name == "Fn::Not":
        return not holds(argument[0], values)
    if name == "Fn::Equals":
        return text(argument[0], values) == text(argument[1], values)
    if name == "Fn::Contains":
        return text(argument[1], values) in [text(item, values) for item in argument[0]]
    raise ValidationError(message=f"The emulator knows no {name} in rules")


def text(value, values):
    if isinstance(value, str):
        return value
    [(name, argument)] = value.items()
    if name != "Ref":
        raise ValidationError(message=f"The emulator knows no {name} in rules")
    return values[argument]
