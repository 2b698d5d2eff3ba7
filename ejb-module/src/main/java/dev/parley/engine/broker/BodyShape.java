package dev.parley.engine.broker;

import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.LargeServerMessage;

/**
 * The bodies of messages, as listeners can take them. The client reads a body whole before a listener sees it, whatever
 * its size; only the bytes of a BytesMessage wait until they are asked for.
 */
final class BodyShape {

    /** Bytes of the largest text that is read whole: two for each character of what Parley takes at most, and some. */
    static final int LARGEST = 2 * 1024 * 1024 + 1024;

    private BodyShape() {}

    /**
     * Lets what is too large be taken as bytes, which are refused unread, and its sender told; and what cannot be a
     * body of its type.
     *
     * @throws ActiveMQException if it cannot be taken at all
     */
    static void correct(ICoreMessage message) throws ActiveMQException {
        if (message.containsProperty(Message.HDR_LARGE_COMPRESSED)) {
            // A few kilobytes can become more than there is memory for, before a listener sees any of it
            throw new ActiveMQException("Compressed messages are not taken here: do not have the client compress them");
        }
        byte type = message.getType();
        if (type == Message.BYTES_TYPE) {
            correctSize(message);
            return;
        }
        if (type != Message.TEXT_TYPE
                && type != Message.DEFAULT_TYPE
                && type != Message.OBJECT_TYPE
                && type != Message.MAP_TYPE
                && type != Message.STREAM_TYPE) {
            throw new ActiveMQException("There is no message of type " + type);
        }
        if (size(message) > LARGEST || !isReadable(message, type)) {
            message.setType(Message.BYTES_TYPE);
            message.messageChanged(); // or it is delivered as it was encoded before
            correctSize(message);
        }
    }

    /** The client believes what the message says of its size. */
    private static void correctSize(ICoreMessage message) throws ActiveMQException {
        if (message.isLargeMessage()) {
            message.putLongProperty(Message.HDR_LARGE_BODY_SIZE, size(message));
        }
    }

    private static boolean isReadable(ICoreMessage message, byte type) {
        if (message.isLargeMessage()) {
            return type == Message.TEXT_TYPE || type == Message.DEFAULT_TYPE;
        }
        ActiveMQBuffer body = message.getReadOnlyBodyBuffer();
        return switch (type) {
            case Message.TEXT_TYPE -> body.readableBytes() == 0 || isText(body);
            case Message.OBJECT_TYPE -> body.readableBytes() == 0 || isCounted(body);
            case Message.MAP_TYPE -> MapShape.isReadable(body);
            default -> true;
        };
    }

    private static boolean isText(ActiveMQBuffer body) {
        return body.readByte() == 0 || isCounted(body);
    }

    private static boolean isCounted(ActiveMQBuffer body) {
        if (body.readableBytes() < Integer.BYTES) {
            return false;
        }
        int length = body.readInt();
        return length >= 0 && length <= body.readableBytes();
    }

    private static long size(Message message) throws ActiveMQException {
        if (message instanceof LargeServerMessage large) {
            return large.getLargeBody().getBodySize();
        }
        return message instanceof ICoreMessage core ? core.getBodyBufferSize() : message.getWholeMessageSize();
    }

    /** Whether converting it would take too much memory. */
    static boolean isTooLargeToConvert(Message message) throws ActiveMQException {
        return size(message) > LARGEST;
    }
}
