"""Builds cases from a plan in Python, in one process, and writes what comes of each: an assembly, or an error."""

import inspect
import json
import os
import re
import sys
from datetime import datetime
from typing import Any, Callable, Dict, List

import aws_cdk as cdk
import cdk_vendor_s3_access as library
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3

FIXTURES: Dict[str, Callable[[cdk.Stack], Any]] = {
    "bucket": lambda stack: s3.Bucket(stack, "Bucket"),
    "otherBucket": lambda stack: s3.Bucket(stack, "OtherBucket"),
    "importedBucket": lambda stack: s3.Bucket.from_bucket_name(stack, "ImportedBucket", "imported-bucket"),
    "key": lambda stack: kms.Key(stack, "Key"),
    "boundary": lambda stack: iam.ManagedPolicy.from_managed_policy_arn(
        stack, "Boundary", "arn:aws:iam::111122223333:policy/boundary"
    ),
}


class Case:
    """One app."""

    def __init__(self, case: Dict[str, Any], outdir: str, variant: str) -> None:
        self.variant = variant
        self.app = cdk.App(outdir=outdir, analytics_reporting=False, tree_metadata=False)
        self.stack = cdk.Stack(self.app, "Stack", analytics_reporting=False)
        self.fixtures = {name: FIXTURES[name](self.stack) for name in case["fixtures"]}

    def construct(self, recipe: Dict[str, Any]) -> None:
        scope = {"app": self.app, "stack": self.stack}[recipe["under"]]
        made = self.invoke(getattr(library, recipe["new"]), [recipe["props"]], [scope, recipe["id"]])
        for call in recipe.get("then", []):
            self.invoke(getattr(made, snake(call["method"])), call["with"], [])

    def invoke(self, target: Callable[..., Any], arguments: List[Any], before: List[Any]) -> Any:
        """A struct at the end is given as keyword arguments; that is the only way that Python has."""
        parameters = parameters_of(target)
        keywords = [parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY]
        values = list(arguments)
        given: Dict[str, Any] = {}
        if keywords and len(before) + len(values) == len(parameters) - len(keywords) + 1:
            last = values.pop()
            given = dict.fromkeys(keywords) if last is None else self.keywords(last)
        return target(*before, *[self.value(value) for value in values], **given)

    def keywords(self, expression: Any) -> Dict[str, Any]:
        if "struct" in expression:
            return {snake(name): self.value(value) for name, value in expression["of"].items()}
        # What a getter returned is handed on field by field.
        struct = self.value(expression)
        return {parameter.name: getattr(struct, parameter.name) for parameter in parameters_of(type(struct))}

    def value(self, expression: Any, listed: bool = False) -> Any:
        if isinstance(expression, list):
            return [self.value(entry, True) for entry in expression]
        if not isinstance(expression, dict):
            return expression
        if "struct" in expression:
            if self.variant not in ("dictionaries", "snakeDictionaries"):
                return getattr(library, expression["struct"])(**self.keywords(expression))
            # In a list jsii takes what it is given; elsewhere it makes a struct of it.
            named = str if listed and self.variant == "dictionaries" else snake
            return {named(name): self.value(value) for name, value in expression["of"].items()}
        if "map" in expression:
            return {name: self.value(value) for name, value in expression["map"].items()}
        if "call" in expression:
            owner, method = expression["call"].split(".")
            return self.invoke(getattr(getattr(library, owner), snake(method)), expression["with"], [])
        if "get" in expression:
            return getattr(self.value(expression["of"]), snake(expression["get"]))
        if "enum" in expression:
            owner, member = expression["enum"].split(".")
            return getattr(getattr(library, owner), member)
        if "fixture" in expression:
            return self.fixtures[expression["fixture"]]
        if "hours" in expression:
            return cdk.Duration.hours(expression["hours"])
        if "date" in expression:
            return datetime.fromisoformat(expression["date"].replace("Z", "+00:00"))
        raise LookupError(f"no such expression: {expression}")


def parameters_of(target: Callable[..., Any]) -> List[inspect.Parameter]:
    """Without `self`. A class of the library says of itself only that it can be called."""
    if inspect.isclass(target):
        return list(inspect.signature(target.__init__).parameters.values())[1:]
    return list(inspect.signature(target).parameters.values())


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def outcome(case: Dict[str, Any], outdir: str, variant: str) -> Dict[str, Any]:
    try:
        made = Case(case, outdir, variant)
        for recipe in case["constructs"]:
            made.construct(recipe)
        made.app.synth()
        return {}
    except Exception as error:  # whatever it is: the driver judges
        return {"error": str(error), "type": type(error).__name__}


def main(plan_file: str) -> None:
    with open(plan_file, encoding="utf8") as file:
        plan = json.load(file)
    bindings = library.S3AccessOptions.__init__.__globals__
    check_type = bindings["check_type"]
    for run in plan["runs"]:
        # What `python -O` does to the bindings: jsii alone looks at the types of arguments.
        bindings["check_type"] = (lambda **_: None) if run["variant"] == "unchecked" else check_type
        with open(os.path.join(run["outdir"], "outcomes.jsonl"), "w", encoding="utf8") as outcomes:
            for case in run["cases"]:
                told = outcome(case, os.path.join(run["outdir"], str(case["number"])), run["variant"])
                outcomes.write(json.dumps({"number": case["number"], **told}) + "\n")


main(sys.argv[1])
