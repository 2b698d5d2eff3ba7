package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.slip.seal.Seals;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Slips for tests: what is offered, the time, and orders. */
final class Given {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant LATE = NOW.plusSeconds(3600);
    static final Seals SEALS = Seals.of(Seals.newKeySet("test"));

    /** Methods, but for "outside" and "recall", which are asked on queues; "unpack" takes an {@code Undo}. */
    static final SlipOffers OFFERS = new SlipOffers() {

        private final Set<String> served =
                Set.of("check", "stamp", "archive", "outside", "unstamp", "recall", "orphan", "unpack");

        @Override
        public boolean isServed(String operation) {
            return served.contains(operation);
        }

        @Override
        public boolean takesReply(String operation) {
            return isAlwaysKnown(operation) && !operation.equals("unpack");
        }

        @Override
        public boolean isAlwaysKnown(String operation) {
            return isServed(operation) && !operation.equals("outside") && !operation.equals("recall");
        }

        @Override
        public @Nullable String compensation(String operation) {
            return switch (operation) {
                case "stamp" -> "unstamp";
                case "orphan" -> "gone";
                default -> null;
            };
        }
    };

    private Given() {}

    static SlipOrder order(String json) {
        return new OrderReader(SlipLimits.DEFAULT, Duration.ofDays(30), OFFERS, to -> to.kind() == Address.Kind.QUEUE)
                .read(json.replace('\'', '"'));
    }

    /** A slip at the beginning of that itinerary. */
    static Slip slip(String itinerary) {
        return slip(itinerary, "{}");
    }

    static Slip slip(String itinerary, String variables) {
        SlipHead head = new SlipHead("s-1", "user:alice", "c-1", LATE, false, null, 0);
        return Slip.start(head, order("{'itinerary':" + itinerary + ",'variables':" + variables + "}"));
    }

    static JsonNode json(String text) {
        return JsonText.parseExactly(text.replace('\'', '"'));
    }
}
