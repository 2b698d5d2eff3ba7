package dev.parley.engine.broker;

import java.util.Optional;
import java.util.function.Function;

/**
 * The queues that operators have entered as somebody's own, whatever they are called. Who knows the directory says so
 * here: the broker is guarded before it is there.
 */
public final class EnteredQueues {

    private static volatile Function<String, Optional<String>> owners = queue -> Optional.empty();

    private EnteredQueues() {}

    /**
     * Has somebody asked.
     *
     * @param directory gives the user whose a queue is to be
     */
    public static void ask(Function<String, Optional<String>> directory) {
        owners = directory;
    }

    /** Lets nobody be asked any more. */
    public static void askNobody() {
        owners = queue -> Optional.empty();
    }

    static boolean isOf(String user, String queue) {
        return owners.apply(queue).filter(user::equals).isPresent();
    }
}
