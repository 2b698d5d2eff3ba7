package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.event.CameLate;
import org.junit.jupiter.api.Test;

/** A compensation by a provider that answers when nobody waits for it any more. */
class UndoingIsDoneLateTest {

    private static final String STEPS =
            """
            [{"name": "a", "operation": "reserve", "compensation": "release"},
             {"name": "b", "operation": "pay", "compensation": "refund"},
             {"name": "c", "operation": "book"}]
            """;

    /** It was silent once. */
    private static Instance silent() {
        KnownOffers offers =
                new KnownOffers().beans("reserve", "release", "book").providers("pay", "refund");
        Instance order = Instance.of(offers, STEPS)
                .replies("step.a")
                .replies("step.b")
                .faults("step.c", "sold-out")
                .faults("undo.b", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("COMPENSATING");
        order.done();
        return order;
    }

    private static CameLate reply(String key, String body) {
        return new CameLate(key, MessageKind.REPLY, body);
    }

    @Test
    void isBelievedWhileItIsToBeAskedAgain() {
        Instance order = silent().happens(reply("undo.b", "{}"));
        assertThat(order.notes()).contains("late");
        assertThat(order.status("b")).isEqualTo("COMPENSATED");
        assertThat(order.done()).containsExactly("undo.a");
    }

    @Test
    void isBelievedWhileItIsAskedAgain() {
        Instance order = silent().after("PT1S");
        assertThat(order.done()).containsExactly("undo.b~2");
        order.happens(reply("undo.b", "{}"));
        assertThat(order.done()).containsExactly("undo.a");
        order.replies("undo.b~2");
        assertThat(order.done()).isEmpty();
        order.replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
    }

    @Test
    void isBelievedWhereAPersonWasWaitedFor() {
        Instance order = silent().after("P8D").faults("undo.b~2", "provider-timeout");
        assertThat(order.step("b").work().stuck()).isEqualTo("compensation-timed-out");
        order.done();
        order.happens(reply("undo.b~2", "{}"));
        assertThat(order.status()).isEqualTo(Status.COMPENSATING);
        assertThat(order.done()).containsExactly("undo.a");
    }

    /** It may have been said of a request that was not known to be done then. */
    @Test
    void isNotBelievedWhereThereWasNothingToUndo() {
        Instance order = silent().happens(reply("undo.b", "{\"outcome\": \"nothing-to-undo\"}"));
        assertThat(order.status("b")).isEqualTo("COMPENSATING");
        assertThat(order.done()).isEmpty();
    }

    @Test
    void changesNothingAfterTheEnd() {
        Instance order = silent().after("PT1S").replies("undo.b~2").replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        order.done();
        order.happens(reply("undo.b", "{}"));
        assertThat(order.done()).isEmpty();
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
    }
}
