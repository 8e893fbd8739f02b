// Calls operations and follows a room of the chat over the TCP bridge: node follow.mjs PORT ROOM < access-token
// It prints each frame as a line of JSON, and says hello once the room is heard.
import { createConnection } from "node:net";
import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";

const [port, room] = process.argv.slice(2);
const token = readFileSync(0, "utf8").trim();
const bus = createConnection(Number(port), "127.0.0.1");

const write = (frame) => {
  const data = Buffer.from(JSON.stringify(frame));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  bus.write(Buffer.concat([head, data]));
};
const call = (address, body) => write({ type: "send", address, body, replyAddress: address });

const next = {
  "gateway.enter": () => call("workshop.promiseBench", { minutes: 150 }),
  "workshop.promiseBench": () => call("chat.getRoom", { code: room }),
  "chat.getRoom": () => write({ type: "register", address: `chat.room.${room}` }),
  [`chat.room.${room}`]: (frame) =>
    frame.type === "registered" && call("chat.sendMessage", { code: room, clientId: randomUUID(), text: "Hello from Node" }),
};

let read = Buffer.alloc(0);
bus.on("connect", () => call("gateway.enter", { token }));
bus.on("data", (data) => {
  read = Buffer.concat([read, data]);
  while (read.length >= 4 && read.length >= 4 + read.readUInt32BE()) {
    const end = 4 + read.readUInt32BE();
    const frame = JSON.parse(read.subarray(4, end).toString());
    read = read.subarray(end);
    console.log(JSON.stringify(frame));
    next[frame.address]?.(frame);
  }
});
