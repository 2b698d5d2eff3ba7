package dev.parley.engine.run;

import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Status;
import dev.parley.engine.wire.WireFormat;
import dev.parley.exchange.ProviderCall;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DueBatchTest {

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{}"));

    @BeforeEach
    void enterOne() {
        bench.directory.enter(Providers.at("p1"));
    }

    private void ask() {
        bench.receive(request("m1", "{\"a\":1}", false));
    }

    private int sweepAfter(Duration time) {
        bench.pass(time);
        return bench.sweep();
    }

    private List<Outgoing> requests() {
        return bench.gateway.sent.stream().filter(m -> m.request() != null).toList();
    }

    private Conversation conversation() {
        return bench.store.conversations.get("c1");
    }

    @Test
    void looksAfterNothingBeforeItsTime() {
        ask();
        assertThat(sweepAfter(Providers.TIMEOUT.minusMillis(1))).isZero();
    }

    @Test
    void asksAgainInTheSameGroup() {
        bench.receiveInGroup(request("m1", "{}", false), "g");
        sweepAfter(Providers.TIMEOUT);
        sweepAfter(Providers.PAUSE);
        assertThat(requests())
                .hasSize(2)
                .allSatisfy(r -> assertThat(WireFormat.of(r).group()).isEqualTo("g"));
    }

    @Test
    void asksAgainAfterSilenceAndAPause() {
        ask();
        assertThat(sweepAfter(Providers.TIMEOUT)).isEqualTo(1);
        assertThat(requests()).hasSize(1);
        assertThat(sweepAfter(Providers.PAUSE)).isEqualTo(1);
        assertThat(requests()).hasSize(2);
        assertThat(requests()).extracting(Outgoing::body).containsOnly("{\"a\":1}");
        assertThat(requests()).extracting(Outgoing::messageId).containsOnly("c1.Request");
        assertThat(requests())
                .extracting(Outgoing::correlationId)
                .containsOnly(requests().get(0).correlationId());
        assertThat(requests()).extracting(r -> r.request().attempt()).containsExactly(1, 2);
        assertThat(bench.store.journal)
                .extracting(JournalEntry::kind)
                .containsExactly(MessageKind.REQUEST, MessageKind.REQUEST, MessageKind.REQUEST);
    }

    @Test
    void sweepsTwiceWithoutAskingTwice() {
        ask();
        sweepAfter(Providers.TIMEOUT);
        sweepAfter(Providers.PAUSE);
        assertThat(bench.sweep()).isZero();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void passesOverWhoDidNotAnswer() {
        ask();
        sweepAfter(Providers.TIMEOUT);
        assertThat(bench.directory.passedOver)
                .containsOnlyKeys(Address.queue("p1"))
                .containsValue(Workbench.START.plus(Providers.TIMEOUT).plusSeconds(30));
    }

    @Test
    void passesNobodyOverWhenThePauseIsOver() {
        ask();
        sweepAfter(Providers.TIMEOUT);
        bench.directory.passedOver.clear();
        sweepAfter(Providers.PAUSE);
        assertThat(bench.directory.passedOver).isEmpty();
    }

    @Test
    void asksAnotherAtOnce() {
        bench.directory.enter(Providers.at("p1", "p2"));
        ask();
        sweepAfter(Providers.TIMEOUT);
        assertThat(requests())
                .extracting(Outgoing::to)
                .containsExactlyInAnyOrder(Address.queue("p1"), Address.queue("p2"));
    }

    @Test
    void endsAfterTheLastAttemptWithAFault() {
        ask();
        for (int i = 0; i < 2; i++) {
            sweepAfter(Providers.TIMEOUT);
            sweepAfter(Providers.PAUSE);
        }
        sweepAfter(Providers.TIMEOUT);
        assertThat(requests()).hasSize(3);
        assertThat(conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.sent).last().satisfies(f -> assertThat(f.body())
                .contains("provider-timeout", "3 times"));
        assertThat(sweepAfter(Duration.ofHours(1))).isZero();
    }

    @Test
    void takesTheTermsAsTheyAreNow() {
        ask();
        bench.directory.enter(Providers.at("p3"));
        sweepAfter(Providers.TIMEOUT);
        assertThat(requests()).last().satisfies(r -> assertThat(r.to()).isEqualTo(Address.queue("p3")));
    }

    @Test
    void endsWhatNobodyProvidesAnyMore() {
        ask();
        bench.directory.enter(null);
        sweepAfter(Providers.TIMEOUT);
        assertThat(conversation().status()).isEqualTo(Status.FAULTED);
        assertThat(bench.gateway.sent).last().satisfies(f -> assertThat(f.body())
                .contains("provider-gone"));
    }

    @Test
    void endsWhatIsPastItsDeadlineAlsoIfNobodyProvidesIt() {
        ask();
        bench.directory.enter(null);
        sweepAfter(Duration.ofSeconds(60));
        assertThat(conversation().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void asksNobodyAfterAnAcknowledgment() {
        ask();
        bench.answer(requests().get(0).correlationId(), MessageKind.ACK, "", 0);
        assertThat(sweepAfter(Duration.ofSeconds(59))).isZero();
        assertThat(sweepAfter(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(requests()).hasSize(1);
        assertThat(conversation().status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void leavesAnAnswerThatComesInThePauseItsEnd() {
        ask();
        sweepAfter(Providers.TIMEOUT);
        bench.answer(requests().get(0).correlationId(), MessageKind.REPLY, "{}", 0);
        assertThat(sweepAfter(Providers.PAUSE)).isZero();
        assertThat(conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageExchangePattern.class,
            names = {"ROBUST_IN_ONLY", "IN_OPTIONAL_OUT"})
    void endsWithSuccessWhereSilenceIsNoFailure(MessageExchangePattern exchange) {
        bench.receive(request("m1", "{}", false, null, exchange));
        assertThat(sweepAfter(Providers.TIMEOUT)).isZero();
        sweepAfter(Duration.ofSeconds(50));
        assertThat(conversation().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.REQUEST);
        assertThat(bench.directory.passedOver).isEmpty();
    }

    @Test
    void leavesWhatIsPutOffUntilThen() {
        ask();
        bench.pass(Providers.TIMEOUT);
        bench.store.postpone("c1", Workbench.START.plusSeconds(25));
        assertThat(bench.sweep()).isZero();
        assertThat(sweepAfter(Duration.ofSeconds(15))).isEqualTo(1);
        assertThat(((ProviderCall) conversation().patternState()).pausing()).isTrue();
        assertThat(conversation().dueAt()).isEqualTo(Workbench.START.plusSeconds(26));
    }

    @Test
    void looksAfterManyAtOnce() {
        ask();
        bench.receive(request("m2", "{\"a\":2}", false));
        bench.pass(Providers.TIMEOUT);
        bench.receive(request("m3", "{\"a\":3}", false));
        assertThat(bench.sweep()).isEqualTo(2);
        sweepAfter(Providers.PAUSE);
        assertThat(requests())
                .extracting(Outgoing::body)
                .containsOnlyOnce("{\"a\":3}")
                .hasSize(5);
        assertThat(bench.gateway.parked).extracting(Problem::name).isEmpty();
    }
}
