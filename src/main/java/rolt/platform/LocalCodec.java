package rolt.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Hands a record to a handler on the same node as it is; such a message never leaves the node. */
final class LocalCodec implements MessageCodec<Record, Record> {
    static final String NAME = "rolt.local";

    @Override
    public void encodeToWire(Buffer buffer, Record message) {
        throw new IllegalStateException("A local message cannot leave its node");
    }

    @Override
    public Record decodeFromWire(int position, Buffer buffer) {
        throw new IllegalStateException("A local message cannot come from another node");
    }

    @Override
    public Record transform(Record message) {
        return message;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte systemCodecID() {
        return -1;
    }
}
