package dev.parley.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Effect;
import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.process.command.Command;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.NotBarred;
import org.junit.jupiter.api.Test;

/** A compensation that a person has replaced, and that turns out to be done after all. */
class CompensationIsReplacedTest {

    private static final String STEPS =
            """
            [{"name": "a", "operation": "reserve", "compensation": "release"},
             {"name": "b", "operation": "pay", "compensation": "refund"},
             {"name": "c", "operation": "book"}]
            """;

    /** It was silent until it was a person's, and has something else in its place. */
    private static Instance replaced(String other) {
        Instance order = stuck();
        order.command(new Command.Replace("b", order.etag("b"), other, null));
        assertThat(order.done()).containsExactly("undo.b~3");
        return order;
    }

    private static Instance stuck() {
        KnownOffers offers = new KnownOffers()
                .beans("reserve", "release", "book", "refund-bean")
                .providers("pay", "refund", "refund-by-hand");
        Instance order = Instance.of(offers, STEPS)
                .replies("step.a")
                .replies("step.b")
                .faults("step.c", "sold-out")
                .faults("undo.b", "provider-timeout")
                .after("P8D")
                .faults("undo.b~2", "provider-timeout");
        assertThat(order.status("b")).isEqualTo("STUCK");
        order.done();
        return order;
    }

    private static CameLate late(String key) {
        return new CameLate(key, MessageKind.REPLY, "{\"refunded\": 1}");
    }

    private static void twice(Instance order) {
        assertThat(order.status("b")).isEqualTo("STUCK");
        assertThat(order.step("b").work().stuck()).isEqualTo("undone-twice");
        assertThat(order.step("b").detail()).contains("what is in its place");
        assertThat(order.done()).doesNotContain("undo.a");
    }

    @Test
    void whatReplacesItIsWithdrawn() {
        Instance order = replaced("refund-by-hand").happens(late("undo.b~2"));
        assertThat(order.status("b")).isEqualTo("COMPENSATING");
        assertThat(order.done()).containsExactly("bar undo.b");
        order.faults("undo.b~3", "withdrawn");
        assertThat(order.status("b")).isEqualTo("COMPENSATED");
        assertThat(order.step("b").kept().undone().path("refunded").asInt()).isEqualTo(1);
        assertThat(order.done()).containsExactly("undo.a");
    }

    /** What somebody replied to what undoes a step may have a member of that name, and is no reason. */
    @Test
    void whyItIsStuckIsNotWhatOneOfThemReplied() {
        Instance order = replaced("refund-by-hand")
                .happens(new CameLate("undo.b", MessageKind.REPLY, "{\"detail\": \"two days\"}"))
                .replies("undo.b~3");
        twice(order);
    }

    @Test
    void bothWereDone() {
        Instance order = replaced("refund-by-hand").happens(late("undo.b")).replies("undo.b~3");
        twice(order);
        order.command(new Command.Resolve("b", order.etag("b"), JsonText.parseExactly("{}"), null));
        assertThat(order.done()).containsExactly("undo.a");
    }

    @Test
    void nobodyKnowsWhetherBothWereDone() {
        twice(replaced("refund-by-hand").happens(late("undo.b")).faults("undo.b~3", "provider-timeout"));
        twice(replaced("refund-by-hand").faults("undo.b~3", "provider-timeout").happens(late("undo.b")));
    }

    /** It cannot be made a person's any more where the rest is undone already: operators find it where they look. */
    @Test
    void bothWereDoneAndItIsKnownTooLate() {
        Instance order = replaced("refund-by-hand").replies("undo.b~3").replies("undo.a");
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        order.effects.clear();
        order.happens(late("undo.b"));
        assertThat(order.status()).isEqualTo(Status.COMPENSATED);
        assertThat(order.effects)
                .anySatisfy(e -> assertThat(e).isInstanceOfSatisfying(Effect.Park.class, park -> assertThat(
                                park.reason().name())
                        .isEqualTo("undone-twice")));
    }

    /** The one in its place was withdrawn, and its answer comes a second time. */
    @Test
    void nobodyIsToldOfWhatWasBelieved() {
        Instance order = replaced("refund-by-hand").happens(late("undo.b")).faults("undo.b~3", "withdrawn");
        order.effects.clear();
        order.happens(late("undo.b~2"));
        assertThat(order.effects).noneMatch(Effect.Park.class::isInstance);
    }

    @Test
    void whatReplacesItHasNoEffect() {
        Instance declined = replaced("refund-by-hand").happens(late("undo.b")).faults("undo.b~3", "closed");
        assertThat(declined.status("b")).isEqualTo("COMPENSATED");
        Instance nothing = replaced("refund-by-hand").happens(late("undo.b")).faults("undo.b~3", "nothing-to-undo");
        assertThat(nothing.status("b")).isEqualTo("COMPENSATED");
        Instance failed = replaced("refund-bean").faults("undo.b~3", "operation-failed");
        assertThat(failed.happens(late("undo.b")).status("b")).isEqualTo("COMPENSATED");
    }

    @Test
    void whatReplacesItMayHaveBeenDoneInAnEarlierAttempt() {
        Instance order = replaced("refund-by-hand")
                .faults("undo.b~3", "provider-timeout")
                .after("PT1S");
        assertThat(order.done()).containsExactly("undo.b~4");
        order.happens(late("undo.b~2"));
        twice(order.faults("undo.b~4", "withdrawn"));
    }

    @Test
    void itIsBarredAgainIfSomebodyHadItInHand() {
        Instance order = replaced("refund-by-hand").happens(late("undo.b"));
        order.happens(new NotBarred("undo.b"));
        order.done();
        assertThat(order.after("PT1S").done()).containsExactly("bar undo.b");
    }

    @Test
    void isBelievedWhereTheSameWasAskedAgain() {
        Instance order = stuck();
        order.command(new Command.Retry("b", order.etag("b"), null));
        order.done();
        assertThat(order.happens(late("undo.b")).status("b")).isEqualTo("COMPENSATED");
    }

    /** Another input is another message: both may be carried out. */
    @Test
    void isNotBelievedWhereSomethingElseWasAskedOfTheSame() {
        Instance order = stuck();
        order.command(new Command.Retry("b", order.etag("b"), JsonText.parseExactly("{\"half\": true}")));
        order.done();
        assertThat(order.happens(late("undo.b")).status("b")).isEqualTo("COMPENSATING");
        assertThat(order.done()).containsExactly("bar undo.b");
    }

    /** It has said no: what a person has asked in its place is the step now. */
    @Test
    void theStepItselfIsReplaced() {
        KnownOffers offers =
                new KnownOffers().beans("reserve", "release", "other").providers("pay");
        Instance order = Instance.of(offers, "[{\"name\": \"b\", \"operation\": \"pay\", \"onFault\": \"stop\"}]")
                .faults("step.b", "no");
        order.command(new Command.Replace("b", order.etag("b"), "other", null));
        order.happens(late("step.b"));
        assertThat(order.status("b")).isEqualTo("RUNNING");
        assertThat(order.notes()).contains("late");
        assertThat(order.replies("step.b~2").status()).isEqualTo(Status.SUCCEEDED);
    }
}
