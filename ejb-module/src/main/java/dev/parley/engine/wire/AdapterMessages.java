package dev.parley.engine.wire;

import jakarta.jms.Message;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * Messages as the broker's resource adapter hands them out: those that a session receives are wrapped, which hides all
 * that JMS has no words for, such as properties of other protocols and bodies that are still on their way. Those that a
 * message-driven bean is given are not.
 */
public final class AdapterMessages {

    private static final ClassValue<Optional<Field>> WRAPPED = new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
            return wrapped(type);
        }
    };

    private AdapterMessages() {}

    /** The message that a wrapper is of; the message itself if it is none. */
    public static Message inner(Message message) {
        if (message instanceof ActiveMQMessage) {
            return message;
        }
        return WRAPPED.get(message.getClass())
                .map(field -> read(field, message))
                .orElse(message);
    }

    private static Message read(Field field, Message message) {
        try {
            return field.get(message) instanceof ActiveMQMessage inner ? inner : message;
        } catch (IllegalAccessException e) {
            return message;
        }
    }

    private static Optional<Field> wrapped(Class<?> type) {
        for (Class<?> up = type; up != null; up = up.getSuperclass()) {
            for (Field field : up.getDeclaredFields()) {
                if (field.getType() == Message.class && isAccessible(field)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAccessible(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException | SecurityException e) {
            return false;
        }
    }
}
