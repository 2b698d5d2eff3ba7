package dev.parley.slip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import dev.parley.message.Address;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The events of a slip that somebody is told.
 *
 * @param to where they are sent
 * @param on which
 */
public record SlipEvents(Address to, Set<On> on) {

    /** The events that there are. */
    public enum On {
        COMPLETED,
        FAULTED,
        STUCK;

        /** The name on the wire. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SlipEvents {
        on = Set.copyOf(on);
    }

    /** All that happens, told at one address. */
    public static SlipEvents all(Address to) {
        return new SlipEvents(to, EnumSet.allOf(On.class));
    }

    ObjectNode toJson() {
        ObjectNode json = StateJson.object().put("to", to.toStored());
        var names = json.putArray("on");
        on.stream().sorted().forEach(each -> names.add(each.label()));
        return json;
    }
}
