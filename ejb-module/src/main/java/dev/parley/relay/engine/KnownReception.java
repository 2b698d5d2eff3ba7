package dev.parley.relay.engine;

import dev.parley.relay.Acknowledged;
import dev.parley.relay.MailboxPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * The locks that are kept under the key of a reception, to answer the same when it is repeated.
 *
 * @param received the locks of what was received
 * @param acknowledged the locks that it acknowledged
 */
record KnownReception(List<String> received, List<String> acknowledged) {

    /** The mark before what was acknowledged; no lock begins with it. */
    private static final String DONE = "-";

    KnownReception {
        received = List.copyOf(received);
        acknowledged = List.copyOf(acknowledged);
    }

    /** The reception that {@link #text()} wrote. */
    static KnownReception parse(String text) {
        List<String> received = new ArrayList<>();
        List<String> acknowledged = new ArrayList<>();
        for (String lock : MailboxPolicy.split(text)) {
            if (lock.startsWith(DONE)) {
                acknowledged.add(lock.substring(DONE.length()));
            } else {
                received.add(lock);
            }
        }
        return new KnownReception(received, acknowledged);
    }

    String text() {
        List<String> locks = new ArrayList<>(received);
        acknowledged.forEach(lock -> locks.add(DONE + lock));
        return MailboxPolicy.join(locks);
    }

    boolean isEmpty() {
        return received.isEmpty() && acknowledged.isEmpty();
    }

    /** The result for locks, each of which is acknowledged once. */
    Acknowledged among(List<String> locks) {
        List<String> left = new ArrayList<>(acknowledged);
        List<String> done = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        locks.forEach(lock -> (left.remove(lock) ? done : lost).add(lock));
        return new Acknowledged(done, lost);
    }
}
