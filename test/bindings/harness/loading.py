"""Prints which files of the library are loaded once it is imported, and once a name of it is used."""

import json
import os
from typing import List

import cdk_vendor_s3_access as library


def loaded() -> List[str]:
    with open(os.environ["LOADED_FILES"], encoding="utf8") as file:
        return file.read().split()


imported = loaded()
library.S3KeyScope.folder("in")
print(json.dumps({"imported": imported, "used": loaded()}))
