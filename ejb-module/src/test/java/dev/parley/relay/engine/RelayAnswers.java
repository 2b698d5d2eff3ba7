package dev.parley.relay.engine;

import dev.parley.relay.Acknowledged;
import dev.parley.relay.LockedMail;
import dev.parley.relay.ReceivedMails;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a reception is answered with: once, or each time that it is repeated under its key. Repeated it says the same,
 * as far as locks are still valid.
 */
final class RelayAnswers {

    private final World world;
    private final Set<Acknowledged> acknowledged = new HashSet<>();
    private final Set<String> locks = new HashSet<>();
    private final boolean isKnown;
    private boolean answered;
    private int empty;

    /** @param isKnown whether it has a key */
    RelayAnswers(World world, boolean isKnown) {
        this.world = world;
        this.isKnown = isKnown;
    }

    /** Whether it is asked again, as there was no answer. */
    boolean areMissing() {
        return !answered && empty == 0;
    }

    /** Whether it has acknowledged, and the only answer had nothing that was received. */
    boolean isFirstEmpty() {
        return !answered && empty == 1 && !acknowledged.isEmpty();
    }

    void came(ReceivedMails delivery, Consumer<LockedMail> receiver) {
        if (isKnown && delivery.acknowledged() != null) {
            acknowledged.add(delivery.acknowledged());
        }
        Set<String> these =
                delivery.mails().stream().map(mail -> mail.lock().token()).collect(Collectors.toSet());
        boolean isSame = these.containsAll(locks) || locks.containsAll(these);
        if (isKnown && (acknowledged.size() > 1 || !isSame)) {
            world.violated(new Violation(
                    "a reception that is repeated is answered with the same",
                    acknowledged + " and " + locks + ", then " + delivery));
        }
        locks.addAll(these);
        if (these.isEmpty()) {
            empty++;
        } else if (!answered) {
            answered = true;
            delivery.mails().forEach(receiver);
        }
    }
}
