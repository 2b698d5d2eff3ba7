package dev.parley.engine.broker;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * STOMP frames end where the broker says that they do: there are as many opinions on that as versions of the protocol.
 */
final class StompLimit implements FrameLimit {

    /** The frame that logs in. */
    static final int FIRST = 16 * 1024;

    /**
     * With a body of twice the size that Parley takes: whoever sends too much is told so by a fault, if it is not far
     * too much.
     */
    static final int LARGEST = 2 * 1024 * 1024 + 128 * 1024;

    private int most = FIRST;
    private long pending;

    @Override
    public @Nullable String objection(ByteBuf bytes) {
        pending += bytes.readableBytes();
        return pending > most ? "sends frames that are too large" : null;
    }

    /** A frame has ended somewhere in what came last. */
    void framed() {
        pending = 0;
        most = LARGEST;
    }

    @Override
    public String farewell() {
        return "ERROR\nmessage:A frame has at most " + most + " bytes\n\n\0";
    }
}
