#!/usr/bin/env python3
"""Places an order over HTTP, with nothing but Python 3.

    python3 place_order.py http://localhost:8080 alice PASSWORD order-1

The key is the order's: run again with the same one, also after a crash, and there is still one order.
"""
import base64
import json
import sys
import time
import urllib.error
import urllib.request

FINAL = {"SUCCEEDED", "FAULTED", "COMPENSATED", "EXPIRED", "CANCELLED"}


def main(server, user, password, key):
    order = {"customer": "ada", "item": "tea", "quantity": 2}
    credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}", "Prefer": "wait=20"}

    accepted, location = call(
        f"{server}/parley/v1/operations/place-order",
        {**headers, "Content-Type": "application/json", "Idempotency-Key": f'"{key}"'},
        json.dumps(order).encode(),
    )
    conversation = accepted
    while conversation["status"] not in FINAL:
        conversation, _ = call(location, headers)

    if conversation["status"] != "SUCCEEDED":
        sys.exit(f"{conversation['status']}: {conversation.get('fault')}")
    print(conversation["reply"]["orderId"])


def call(url, headers, body=None):
    """Asks until there is an answer: with its key, a request that may have been accepted can be sent again."""
    for attempt in range(10):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=60) as answer:
                return json.load(answer), answer.headers.get("Location")
        except urllib.error.HTTPError as refused:
            if refused.code != 503:  # a problem object says what is wrong
                sys.exit(f"{refused.code}: {refused.read().decode()}")
            time.sleep(int(refused.headers.get("Retry-After", 1)))
        except OSError:
            time.sleep(min(2**attempt, 30))
    sys.exit(f"no answer from {url}")


if __name__ == "__main__":
    main(*sys.argv[1:])
