#!/usr/bin/env python3
"""Places an order over STOMP, with nothing but Python 3. A library, such as stomp.py, says the same.

    python3 place_order_stomp.py localhost 5445 alice PASSWORD order-1

The key is the order's: run again with the same one, also after a crash, and there is still one order.
"""
import json
import socket
import sys


def main(host, port, user, password, key):
    replies = f"jms.queue.reply.{user}.orders"  # hers alone, by its name; over Core it is reply.alice.orders
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        stream = connection.makefile("rwb")
        send(stream, "CONNECT", {"accept-version": "1.2", "host": host, "login": user, "passcode": password})
        expect(receive(stream), "CONNECTED")
        # Acknowledged when it has been read: what comes before a crash comes again after it. ANYCAST makes it a queue.
        subscription = {"id": "1", "destination": replies, "subscription-type": "ANYCAST", "ack": "client-individual"}
        send(stream, "SUBSCRIBE", {**subscription, "receipt": "subscribed"})
        expect(receive(stream), "RECEIPT")
        send(
            stream,
            "SEND",
            {
                "destination": "jms.queue.parley.requests",
                "type": "place-order",
                "MessageId": key,
                "correlation-id": key,  # what the answers carry: a STOMP message has no id of its own
                "reply-to": replies,
                "persistent": "true",
            },
            json.dumps({"customer": "ada", "item": "tea", "quantity": 2}),
        )
        while True:
            command, headers, body = expect(receive(stream), "MESSAGE")
            send(stream, "ACK", {"id": headers["ack"]})
            if headers.get("correlation-id") != key:
                continue  # the answer to another request, whose client did not wait for it
            if headers["Kind"] == "Fault":
                sys.exit(body)
            if headers["Kind"] == "Reply":
                print(json.loads(body)["orderId"])
                break
        send(stream, "DISCONNECT", {"receipt": "bye"})
        expect(receive(stream), "RECEIPT")


def send(stream, command, headers, body=""):
    content = body.encode()
    if content:
        headers = {**headers, "content-length": len(content)}
    lines = [command, *(f"{name}:{escaped(str(value), command)}" for name, value in headers.items()), "", ""]
    stream.write("\n".join(lines).encode() + content + b"\0")
    stream.flush()


def receive(stream):
    command = b""
    while not command:  # empty lines between frames are heart-beats
        line = stream.readline()
        if not line:
            sys.exit("the connection was closed")
        command = line.strip()
    headers = {}
    while line := stream.readline().rstrip(b"\r\n"):
        name, value = line.decode().split(":", 1)
        headers.setdefault(unescaped(name), unescaped(value))
    if "content-length" in headers:
        body = stream.read(int(headers["content-length"]))
        stream.read(1)
    else:
        body = b""
        while (byte := stream.read(1)) != b"\0":
            body += byte
    return command.decode(), headers, body.decode()


def expect(frame, command):
    if frame[0] != command:
        sys.exit(f"{frame[0]}: {frame[1].get('message', '')} {frame[2]}")
    return frame


def escaped(text, command):
    if command == "CONNECT":  # the one frame in which nothing is escaped
        return text
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace(":", "\\c")


def unescaped(text):
    return text.replace("\\c", ":").replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\")


if __name__ == "__main__":
    main(*sys.argv[1:])
