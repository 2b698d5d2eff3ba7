package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Ticket;
import dev.parley.engine.wire.Lane;
import dev.parley.message.MessageKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation of a pattern that another node knows, and this one does not. */
class PatternIsUnknownTest {

    private final ScriptedOperation operation = new ScriptedOperation(() -> "{}");
    private final Workbench bench = new Workbench(operation);
    private Conversation foreign;

    @BeforeEach
    void begin() {
        bench.receive(request("m1", "{}", true));
        Conversation c = bench.store.conversations.get("c1");
        foreign = new Conversation(
                c.id(),
                c.version(),
                c.status(),
                "foo",
                c.operation(),
                c.exchange(),
                c.sender(),
                c.owner(),
                c.request(),
                c.attempts(),
                c.lastFailure(),
                c.sequence(),
                c.createdAt(),
                c.updatedAt(),
                bench.unit().patterns().decode("foo", "{\"song\":1}"));
        bench.store.conversations.put("c1", foreign);
        bench.gateway.sent.clear();
        bench.gateway.queued.clear();
    }

    private void assertUntouched() {
        assertThat(bench.store.conversations.get("c1")).isEqualTo(foreign);
        assertThat(bench.gateway.parked).isEmpty();
        assertThat(operation.calls).isEmpty();
    }

    @Test
    void itsWorkIsLeftInTheQueueForAnotherNode() {
        bench.work("c1", Lane.SHARED);
        assertUntouched();
        assertThat(bench.gateway.queued).singleElement().satisfies(q -> {
            assertThat(q.lane()).isEqualTo(Lane.SHARED);
            assertThat(q.work().looks()).isEqualTo(1);
        });
    }

    @Test
    void itsDeadlineIsLeftToAnotherNodeAndNotFoundAtOnceAgain() {
        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.sweep()).isEqualTo(1);
        assertUntouched();
        assertThat(bench.sweep()).isZero();
    }

    @Test
    void aProvidersAnswerIsLookedAtAgainLater() {
        bench.answer(new Ticket("c1", "secret").correlationId(), MessageKind.REPLY, "{}", 0);
        assertUntouched();
        assertThat(bench.later).containsExactly(1);
    }

    @Test
    void whoeverRepeatsItsRequestIsToldToTryAgain() {
        Receipt receipt = bench.receive(request("m1", "{}", true)).get(0);
        assertUntouched();
        assertThat(receipt.view()).isNull();
        assertThat(receipt.problem().name()).isEqualTo("pattern-unknown");
        assertThat(receipt.problem().status()).isEqualTo(503);
        assertThat(receipt.problem().detail()).contains("c1").contains("foo");
        assertThat(bench.gateway.sent).singleElement().satisfies(m -> assertThat(m.kind())
                .isEqualTo(MessageKind.FAULT));
    }
}
