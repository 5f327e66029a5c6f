"""Signs requests as the user that JANGTEO_USER names, with a token from `jangteo token`.

The requests that are tried also end sessions, their own among them. The answer is then 401, and the next request comes
with a new token.

The settings name an address that the shop calls. In their place stands an address of this machine where nothing listens, so
that no generated address is called.
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


# The port of the service "discard", which no machine offers any more.
NOWHERE = "http://127.0.0.1:9/"
# The longest address that the contract takes; a longer one is refused, and goes out as it is.
LONGEST = 2000


SETTINGS = "PUT /v1/admin/settings"
# When the settings were last changed, as their answers said it.
changed = {}


@schemathesis.hook
def before_call(context, case, kwargs):
    body = case.body
    if case.operation.label != SETTINGS or not isinstance(body, dict):
        return
    url = body.get("webhookUrl")
    # A text that is no address is refused. Half of them become one, as else hardly any request would change the settings.
    if isinstance(url, str) and len(url) <= LONGEST and ("http" in url.lower() or len(url) % 2 == 0):
        body["webhookUrl"] = NOWHERE
    # An instant that is made up is a conflict.
    if changed and isinstance(body.get("updatedAt", ""), str):
        body["updatedAt"] = changed["at"]


@schemathesis.hook
def after_call(context, case, response):
    if case.operation.label == SETTINGS and response.status_code in (200, 409):
        answer = response.json()
        current = answer if response.status_code == 200 else answer.get("details", {}).get("current", {})
        if "updatedAt" in current:
            changed["at"] = current["updatedAt"]
