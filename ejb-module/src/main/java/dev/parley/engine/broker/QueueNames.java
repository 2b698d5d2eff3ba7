package dev.parley.engine.broker;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of queues that say whose they are: {@code reply.USER} and {@code provider.USER}, and all that begin with
 * one of these and a dot.
 */
final class QueueNames {

    private static final List<String> FAMILIES = List.of("reply", "provider");

    private final AddressPolicy shared;

    /** @param shared names of such queues that are everybody's all the same */
    QueueNames(AddressPolicy shared) {
        this.shared = shared;
    }

    /** What a user is told who wants a queue that is somebody else's by its name; null if it is not. */
    @Nullable
    String refusal(String user, String queue) {
        String family = family(queue);
        if (family == null || shared.allows(Address.queue(queue))) {
            return null;
        }
        String own = family + "." + part(user);
        return queue.equals(own) || queue.startsWith(own + ".")
                ? null
                : "The queue " + queue + " is not yours: " + own + " is, and what begins with " + own + ".";
    }

    private static @Nullable String family(String queue) {
        for (String family : FAMILIES) {
            if (queue.startsWith(family)
                    && (queue.length() == family.length() || queue.charAt(family.length()) == '.')) {
                return family;
            }
        }
        return null;
    }

    /** The part of a name that stands for a user. A user with a dot is not taken for one with fewer of them. */
    static String part(String user) {
        StringBuilder part = new StringBuilder(user.length());
        for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                part.append((char) b);
            } else {
                part.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return part.toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }
}
