package dev.parley.renewal;

import dev.parley.message.Problem;
import java.util.List;

/**
 * The decision on an event: what comes of it.
 *
 * @param grant to be stored
 * @param effects to be carried out, in order
 */
public record GrantDecision(Grant grant, List<GrantEffect> effects) {

    public GrantDecision {
        effects = List.copyOf(effects);
    }

    static GrantDecision of(Grant grant, GrantEffect... effects) {
        return new GrantDecision(grant, List.of(effects));
    }

    static GrantDecision refused(Grant grant, Problem why) {
        return of(grant, new GrantEffect.Refuse(why));
    }
}
