package dev.parley.slip.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.slip.Announce;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipEvents;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages that slips are, and that are sent about them. */
final class SlipMessages {

    private SlipMessages() {}

    /** The slip itself; its type is what it asks next, so that it is seen from outside how long that may take. */
    static Outgoing of(Slip slip, String text) {
        return new Outgoing(
                Address.queue(SlipConsumer.QUEUE),
                MessageKind.REQUEST,
                next(slip),
                slip.id(),
                slip.id() + "." + slip.place().hop(),
                slip.head().correlationId(),
                null,
                text);
    }

    private static @Nullable String next(Slip slip) {
        return slip.place().isBack()
                ? null
                : slip.itinerary().get(slip.place().position()).operation();
    }

    /** The notice of what happened to it; null if nobody wants to be told. */
    static @Nullable Outgoing of(Announce what) {
        Slip slip = what.slip();
        SlipEvents events = slip.head().events();
        if (events == null || !events.on().contains(what.on())) {
            return null;
        }
        String attempt = what.on() == SlipEvents.On.STUCK ? "." + slip.place().hop() : "";
        return new Outgoing(
                        events.to(),
                        MessageKind.NOTICE,
                        what.on().label(),
                        slip.id(),
                        slip.id() + "." + what.on().label() + attempt,
                        slip.head().correlationId(),
                        null,
                        body(what))
                .with(Map.of("Slip", slip.id()));
    }

    private static String body(Announce what) {
        ObjectNode slip = what.slip().toJson();
        ObjectNode body = StateJson.object().put("slip", what.slip().id());
        body.set("variables", slip.get("variables"));
        body.set("log", slip.get("log"));
        return (what.fault() == null ? body : body.set("fault", what.fault())).toString();
    }
}
