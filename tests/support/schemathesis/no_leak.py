"""A check for schemathesis: an answer is never the server's fault, and tells nothing of what is inside."""

import json
import re

import schemathesis

OURS = {"INTERNAL_SERVER_ERROR", "STORE_UNAVAILABLE"}
INSIDE = re.compile(r"node_modules|at [\w.<>]+ \(|\.(?:ts|js|cypher)\b|MATCH \(|STATEMENT_FAILED", re.IGNORECASE)


@schemathesis.check
def no_leak(ctx, response, case):
    assert response.status_code < 500, f"status {response.status_code}"
    body = json.loads(response.content)
    for error in body.get("errors", []):
        code = (error.get("extensions") or {}).get("code")
        assert code not in OURS, f"{code}: {error['message']}"
        # A message quotes what the caller sent; nothing of ours may be in the rest.
        said = re.sub(r'"(?:[^"\\]|\\.)*"', "", error["message"])
        assert not INSIDE.search(said), error["message"]
    assert "stack" not in json.dumps([error.get("extensions") for error in body.get("errors", [])])
