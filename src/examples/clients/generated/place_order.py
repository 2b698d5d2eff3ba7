#!/usr/bin/env python3
"""Places an order with classes that are made of the operation's schemas, and nothing but Python 3.

    curl -u alice:PASSWORD http://localhost:8080/parley/v1/operations/place-order > operation.json
    jq .schema operation.json > PlaceOrder.schema && jq .replySchema operation.json > PlacedOrder.schema
    npx quicktype --src-lang schema --lang python --python-version 3.7 PlaceOrder.schema PlacedOrder.schema -o orders.py
    python3 place_order.py http://localhost:8080 alice PASSWORD order-1

What the operation takes and gives is checked by the classes.
"""
import base64
import json
import sys
import urllib.request

from orders import PlaceOrder, PlacedOrder


def main(server, user, password, key):
    order = PlaceOrder.from_dict({"customer": "ada", "item": "tea", "quantity": 2})
    request = urllib.request.Request(
        f"{server}/parley/v1/operations/place-order",
        data=json.dumps(order.to_dict()).encode(),
        headers={
            "Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode(),
            "Content-Type": "application/json",
            "Idempotency-Key": f'"{key}"',
            "Prefer": "wait=20",
        },
    )
    with urllib.request.urlopen(request) as answer:
        conversation = json.load(answer)
    if "reply" not in conversation:
        sys.exit(json.dumps(conversation))
    print(PlacedOrder.from_dict(conversation["reply"]).order_id)


if __name__ == "__main__":
    main(*sys.argv[1:])
