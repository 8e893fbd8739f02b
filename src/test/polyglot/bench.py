"""Answers workshop.promiseBench over the TCP bridge of the event bus: python3 bench.py PORT < access-token

With the standard library alone. It prints "ready" when it answers, and a line for each request.
"""

import datetime
import json
import socket
import struct
import sys

ADDRESS = "workshop.promiseBench"
MINUTES_PER_DAY = 360
MOST_MINUTES = 50_000


def send(bus, **frame):
    data = json.dumps(frame).encode()
    bus.sendall(struct.pack(">I", len(data)) + data)


def frames(bus):
    stream = bus.makefile("rb")
    while head := stream.read(4):
        yield json.loads(stream.read(struct.unpack(">I", head)[0]))


def promise(minutes):
    days = -(-minutes // MINUTES_PER_DAY)
    return {"minutes": minutes, "promisedOn": str(datetime.date(2027, 1, 4) + datetime.timedelta(days=days))}


def answer(bus, frame):
    minutes = frame["body"]["input"]["minutes"]
    if minutes > MOST_MINUTES:
        problem = json.dumps({"status": 422, "code": "bench.too-much", "params": {}, "violations": []})
        send(bus, type="send", address=frame["replyAddress"], failureCode=422, message=problem)
    else:
        send(bus, type="send", address=frame["replyAddress"], body=promise(minutes))
    print("answered", minutes, flush=True)


def main():
    token = sys.stdin.readline().strip()
    with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as bus:
        send(bus, type="send", address="gateway.enter", replyAddress="entered", body={"token": token})
        for frame in frames(bus):
            if frame.get("address") == "entered" and frame["type"] == "message":
                send(bus, type="register", address=ADDRESS)
            elif frame["type"] == "registered":
                print("ready", flush=True)
            elif frame.get("address") == ADDRESS:
                answer(bus, frame)
            elif frame["type"] == "err":
                sys.exit("refused: " + json.dumps(frame))


main()
