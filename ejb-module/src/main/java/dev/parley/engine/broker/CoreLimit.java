package dev.parley.engine.broker;

import io.netty.buffer.ByteBuf;

/** Packets of Core begin with their length. Large messages come in many of them. */
final class CoreLimit implements FrameLimit {

    static final int LARGEST = 2 * 1024 * 1024 + 128 * 1024;

    private long left;
    private int length;
    private int lengthBytes;

    @Override
    public boolean isExceededBy(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (left > 0) {
                int passed = (int) Math.min(left, end - at);
                left -= passed;
                at += passed;
            } else {
                length = length << Byte.SIZE | bytes.getUnsignedByte(at++);
                if (++lengthBytes == Integer.BYTES && isTooLong()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isTooLong() {
        boolean tooLong = length < 0 || length > LARGEST;
        left = length;
        length = 0;
        lengthBytes = 0;
        return tooLong;
    }

    @Override
    public String farewell() {
        return "";
    }
}
