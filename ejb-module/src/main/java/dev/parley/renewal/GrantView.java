package dev.parley.renewal;

import dev.parley.message.Caller;
import dev.parley.message.Participant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as a caller sees it.
 *
 * @param grant the grant
 * @param actions what this caller may have done with it now
 */
public record GrantView(Grant grant, List<GrantAction> actions) {

    /** Copies the actions. */
    public GrantView {
        actions = List.copyOf(actions);
    }

    /**
     * Something that may be done.
     *
     * @param name what
     * @param until until when; null for as long as it stands so
     */
    public record GrantAction(String name, @Nullable Instant until) {}

    /** What the caller, who may see it, may have done. */
    public static GrantView of(Grant grant, Pool pool, Caller caller) {
        List<GrantAction> actions = new ArrayList<>();
        if (grant.status() == Grant.Status.HELD && grant.holder().equals(Participant.of(caller))) {
            asHolder(grant, pool, actions);
        }
        actions.add(new GrantAction("release", null));
        return new GrantView(grant, actions);
    }

    private static void asHolder(Grant grant, Pool pool, List<GrantAction> actions) {
        Ping ping = grant.ping();
        if (ping != null && grant.isAsked()) {
            actions.add(new GrantAction("confirm", ping.answerBy()));
            actions.add(new GrantAction("decline", ping.answerBy()));
        }
        if (pool.definition().lease()) {
            actions.add(new GrantAction("renew", grant.dueAt()));
        }
    }
}
