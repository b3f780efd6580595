"""The models of content: what may stand in the files of each collection."""

import os

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # to look for some, pydantic would read about all that is installed
