"""Signs requests as the user that JANGTEO_USER names, with a token from `jangteo token`.

The requests that are tried also end sessions, their own among them. The answer is then 401, and the next request comes
with a new token.
"""

import json
import os
import subprocess

import schemathesis


@schemathesis.auth(retry_on=[401])
class Operator:
    """Gets tokens as an operator does who can read the data folder."""

    def get(self, case, context):
        command = [os.environ["JANGTEO_BINARY"], "token", "--email", os.environ["JANGTEO_USER"]]
        told = subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        return json.loads(told.stdout.splitlines()[0])["accessToken"]

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"
