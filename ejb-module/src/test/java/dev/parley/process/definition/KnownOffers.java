package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Operations, as a test wants them. */
public final class KnownOffers implements Offers {

    private final Map<String, Known> offers = new TreeMap<>();

    /** One of them; whatever is asked of it fits if it is an object. */
    public record Known(
            Kind kind,
            String compensation,
            String outcome,
            boolean undoesUnknown,
            boolean fenced,
            Set<String> asks,
            boolean pivots)
            implements Offer {

        @Override
        public List<Violation> violations(JsonNode request) {
            return request.isObject() ? List.of() : List.of(new Violation("", "an object"));
        }

        public Known compensatedBy(String name) {
            return new Known(kind, name, outcome, undoesUnknown, fenced, asks, pivots);
        }

        public Known withOutcome(String name) {
            return new Known(kind, compensation, name, undoesUnknown, fenced, asks, pivots);
        }

        public Known needingReply() {
            return new Known(kind, compensation, outcome, false, fenced, asks, pivots);
        }

        public Known unfenced() {
            return new Known(kind, compensation, outcome, undoesUnknown, false, asks, pivots);
        }

        public Known asking(String process) {
            return new Known(kind, compensation, outcome, undoesUnknown, fenced, Set.of(process), pivots);
        }

        public Known pivoting() {
            return new Known(kind, compensation, outcome, undoesUnknown, fenced, asks, true);
        }
    }

    public static Known of(Offer.Kind kind) {
        return new Known(kind, null, null, true, true, Set.of(), false);
    }

    public KnownOffers with(String name, Known offer) {
        offers.put(name, offer);
        return this;
    }

    /** Methods in the EAR. */
    public KnownOffers beans(String... names) {
        for (String name : names) {
            with(name, of(Offer.Kind.BEAN));
        }
        return this;
    }

    public KnownOffers providers(String... names) {
        for (String name : names) {
            with(name, of(Offer.Kind.PROVIDER));
        }
        return this;
    }

    public KnownOffers without(String name) {
        offers.remove(name);
        return this;
    }

    @Override
    public Offer of(String operation) {
        return offers.get(operation);
    }
}
