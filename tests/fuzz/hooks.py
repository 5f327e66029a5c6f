"""Signs requests as the user that JANGTEO_USER names, with a token from `jangteo token`.

The requests that are tried also end sessions, their own among them. The answer is then 401, and the next request comes
with a new token.
"""

import json
import os
import subprocess

import schemathesis

ADMIN = "admin@demo.jangteo"
CLERK = "clerk@demo.jangteo"


@schemathesis.auth(retry_on=[401])
class Operator:
    """Gets tokens as an operator does who can read the data folder."""

    def get(self, case, context):
        user = os.environ["JANGTEO_USER"]
        # One admin may block another, or itself; the last one cannot be blocked.
        for email in [user, CLERK] if user == ADMIN else [user]:
            command = [os.environ["JANGTEO_BINARY"], "token", "--email", email]
            told = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
            if told.returncode == 0:
                return json.loads(told.stdout.splitlines()[0])["accessToken"]
        raise RuntimeError(told.stderr)

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"
