package dev.parley.engine.broker;

import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.utils.DataConstants;

/**
 * The body of a MapMessage: whether the client, which reads it whole before a listener sees it, can read it. It
 * believes each length that stands in it, and takes memory for that.
 */
final class MapShape {

    private MapShape() {}

    /** True if it is a map, and nothing in it says that it is longer than it is. */
    static boolean isReadable(ActiveMQBuffer body) {
        if (body.readableBytes() == 0 || body.readByte() == DataConstants.NULL) {
            return true;
        }
        if (body.readableBytes() < Integer.BYTES) {
            return false;
        }
        int entries = body.readInt();
        // Each has the length of its name, and a type.
        boolean isCounted = entries >= 0 && entries <= body.readableBytes() / (Integer.BYTES + 1);
        for (int entry = 0; isCounted && entry < entries; entry++) {
            isCounted = skipCounted(body) && skipValue(body);
        }
        return isCounted;
    }

    private static boolean skipValue(ActiveMQBuffer body) {
        if (body.readableBytes() == 0) {
            return false;
        }
        return switch (body.readByte()) {
            case DataConstants.NULL -> true;
            case DataConstants.BOOLEAN, DataConstants.BYTE -> skip(body, Byte.BYTES);
            case DataConstants.SHORT, DataConstants.CHAR -> skip(body, Short.BYTES);
            case DataConstants.INT, DataConstants.FLOAT -> skip(body, Integer.BYTES);
            case DataConstants.LONG, DataConstants.DOUBLE -> skip(body, Long.BYTES);
            case DataConstants.BYTES, DataConstants.STRING -> skipCounted(body);
            default -> false;
        };
    }

    private static boolean skipCounted(ActiveMQBuffer body) {
        return body.readableBytes() >= Integer.BYTES && skip(body, body.readInt());
    }

    private static boolean skip(ActiveMQBuffer body, int bytes) {
        if (bytes < 0 || bytes > body.readableBytes()) {
            return false;
        }
        body.skipBytes(bytes);
        return true;
    }
}
