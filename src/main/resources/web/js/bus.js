// The shop's event bus, over the raw websocket of its bridge.
const PING_MS = 5000;
const decoder = new TextDecoder();

/** @returns {Promise<string>} good for one entry, for half a minute */
async function ticket() {
  const answer = await fetch("/api/v1/tickets", { method: "POST" });
  if (!answer.ok) throw new Error(`No ticket: ${answer.status}`);
  return (await answer.json()).ticket;
}

/** @param {WebSocket} socket */
function opened(socket) {
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("close", reject, { once: true });
  });
}

/**
 * Follows an address until the connection ends.
 * @param {string} address
 * @param {() => void} heard once when events can no longer be missed, and at each event
 * @returns {Promise<void>} settles when the connection is over; rejects when it could not be opened
 */
export async function follow(address, heard) {
  const url = new URL("/eventbus/websocket", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const body = { ticket: await ticket() };
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  await opened(socket);
  /** @param {object} frame */
  const send = (frame) => socket.send(JSON.stringify(frame));
  const pings = setInterval(() => send({ type: "ping" }), PING_MS);
  socket.addEventListener("message", ({ data }) => {
    const frame = JSON.parse(typeof data === "string" ? data : decoder.decode(data));
    if (frame.type === "err") socket.close();
    else if (frame.address === "entered") send({ type: "register", address });
    else if (frame.address === address) heard();
  });
  send({ type: "send", address: "gateway.enter", body, replyAddress: "entered" });
  return new Promise((resolve) => {
    socket.addEventListener("close", () => {
      clearInterval(pings);
      resolve();
    });
  });
}
