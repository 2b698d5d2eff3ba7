package dev.parley.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.Exchange;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.ProcessReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What undoes a step finds in its reply what it needs, or the definition is refused. */
class WhatUndoesAStepFitsItTest {

    private static final String RESERVATION =
            "{\"type\":\"object\",\"properties\":{\"reservationId\":{},\"item\":{},\"quantity\":{}}}";

    private final Map<String, Offer> offers = new HashMap<>();

    private record Method(String name, @Nullable String schema, @Nullable String replySchema, boolean takesUndo)
            implements ServedOperation, OperationResolution {

        @Override
        public boolean isolated() {
            return false;
        }

        @Override
        public @Nullable String compensation() {
            return null;
        }

        @Override
        public ServedOperation method() {
            return this;
        }

        @Override
        public @Nullable Provision provision() {
            return null;
        }

        @Override
        public ServedOperation.Request read(String body) {
            throw new AssertionError("Nobody asks");
        }

        @Override
        public String call(ServedOperation.Request request, Exchange exchange) {
            throw new AssertionError("Nobody asks");
        }
    }

    private void served(String name, @Nullable String schema, @Nullable String replySchema, boolean takesUndo) {
        offers.put(name, new OperationOffer(new Method(name, schema, replySchema, takesUndo)));
    }

    private static String needing(String members) {
        return "{\"type\":\"object\",\"required\":[" + members + "]}";
    }

    private List<Violation> errors() {
        Refusal refused = catchThrowableOfType(Refusal.class, () -> new ProcessReader(
                        DefinitionLimits.DEFAULT, offers::get)
                .read("order", "{\"steps\":[{\"name\":\"a\",\"operation\":\"reserve\",\"compensation\":\"undo\"}]}"));
        return refused == null ? List.of() : refused.problem().violations();
    }

    @Test
    void whoNeedsWhatIsNotThereIsRefused() {
        served("reserve", null, RESERVATION, false);
        served("undo", needing("\"reservationId\",\"paymentId\",\"amount\""), null, false);
        assertThat(errors())
                .containsExactly(new Violation(
                        "/steps/0/compensation",
                        "an operation that takes what 'reserve' replies, which has no amount, paymentId"));
    }

    @Test
    void whoNeedsWhatIsThereIsNot() {
        served("reserve", null, RESERVATION, false);
        served("undo", needing("\"reservationId\""), null, false);
        assertThat(errors()).isEmpty();
    }

    @Test
    void norIsWhoTakesRequestReplyAndOutcome() {
        served("reserve", null, RESERVATION, false);
        served("undo", needing("\"paymentId\""), null, true);
        assertThat(errors()).isEmpty();
    }

    @Test
    void norWhereNobodyKnowsWhatIsReplied() {
        served("reserve", null, null, false);
        served("undo", needing("\"paymentId\""), null, false);
        assertThat(errors()).isEmpty();
        served("reserve", null, "{\"type\":\"object\"}", false);
        assertThat(errors()).isEmpty();
    }
}
