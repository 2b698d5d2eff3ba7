package dev.parley.engine.broker;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Packets of Core begin with their length, their type and their channel. Large messages come in many of them. They are
 * looked at before the broker makes anything of them.
 */
final class CoreLimit implements FrameLimit {

    static final int LARGEST = 2 * 1024 * 1024 + 128 * 1024;

    /** The bytes of type and channel, which the length counts. */
    static final int LEAST = Byte.BYTES + Long.BYTES;

    private static final int HEAD = Integer.BYTES + LEAST;

    private static final String NONE = "";
    private static final String NOT_CONNECTED = "ERROR\nmessage:The first frame is CONNECT, or STOMP\n\n\0";

    private final PacketGate gate;
    private long left;
    private int headBytes;
    private int length;
    private byte type;
    private long channel;
    private boolean isFirst = true;
    private String farewell = NONE;

    CoreLimit(PacketGate gate) {
        this.gate = gate;
    }

    @Override
    public void loggedIn() {
        gate.loggedIn();
    }

    @Override
    public @Nullable String objection(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (left > 0) {
                int passed = (int) Math.min(left, end - at);
                left -= passed;
                at += passed;
            } else {
                read(bytes.getByte(at++));
                String objection = objection();
                if (objection != null) {
                    return objection;
                }
            }
        }
        return null;
    }

    private void read(byte next) {
        if (headBytes < Integer.BYTES) {
            length = length << Byte.SIZE | Byte.toUnsignedInt(next);
        } else if (headBytes == Integer.BYTES) {
            type = next;
        } else {
            channel = channel << Byte.SIZE | Byte.toUnsignedLong(next);
        }
        headBytes++;
    }

    private @Nullable String objection() {
        if (headBytes == Integer.BYTES && (length < LEAST || length > LARGEST)) {
            farewell = isFirst && isWord(length) ? NOT_CONNECTED : NONE;
            return "sends frames that are too large, or none";
        }
        if (headBytes < HEAD) {
            return null;
        }
        String objection = gate.allows(type, channel)
                ? null
                : "sends packets of type " + type + " on channel " + channel + ", which nobody may";
        left = (long) length - LEAST;
        headBytes = 0;
        length = 0;
        channel = 0;
        isFirst = false;
        return objection;
    }

    /** The beginning of SEND, SUBSCRIBE, or another word, which is read as a length if nobody has said CONNECT. */
    private static boolean isWord(int letters) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int letter = letters >>> shift & 0xFF;
            if ((letter < 'A' || letter > 'Z') && letter != '\n' && letter != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String farewell() {
        return farewell;
    }
}
