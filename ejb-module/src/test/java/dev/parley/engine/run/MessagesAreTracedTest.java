package dev.parley.engine.run;

import static dev.parley.engine.run.ScriptedSpans.number;
import static dev.parley.engine.run.Workbench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Particulars;
import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.Lineage;
import dev.parley.engine.trace.SpanOutcome;
import dev.parley.engine.wire.Lane;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.TraceParent;
import org.junit.jupiter.api.Test;

class MessagesAreTracedTest {

    private static final String SENDER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String PROVIDER = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";

    private final Workbench bench = new Workbench(new ScriptedOperation(() -> "{}"));
    private final ScriptedSpans spans = new ScriptedSpans();

    private static Envelope traced(String messageId, boolean acknowledge) {
        return request(messageId, "{}", acknowledge).with(Particulars.NONE.in(SENDER));
    }

    private static String trace(Outgoing message) {
        return message.properties().get(TraceParent.NAME);
    }

    @Test
    void withoutSpansWhatASenderSaidGoesOnAsItWas() {
        bench.directory.enter(Providers.at("p1"));
        bench.receive(traced("m1", true));
        bench.answerIn(PROVIDER, Providers.lastRequest(bench).correlationId());

        assertThat(bench.gateway.kinds()).containsExactly(MessageKind.ACK, MessageKind.REQUEST, MessageKind.REPLY);
        assertThat(bench.gateway.sent)
                .allSatisfy(message -> assertThat(trace(message)).isEqualTo(SENDER));
    }

    @Test
    void aRequestIsHandledBelowItsSenderAndWorkOnItBelowTheRequest() {
        bench.spans = spans;
        bench.receive(traced("m1", true));
        bench.work("c1", Lane.SHARED);

        assertThat(spans.handled).extracting(Handled::what).containsExactly("request", "work");
        assertThat(spans.handled)
                .extracting(Handled::lineage)
                .containsExactly(Lineage.of(SENDER), Lineage.of(number(1)));
        assertThat(spans.outcomes).extracting(SpanOutcome::status).containsExactly("ACCEPTED", "SUCCEEDED");
        assertThat(bench.gateway.sent).extracting(MessagesAreTracedTest::trace).containsExactly(number(1), number(2));
    }

    @Test
    void whatRunsAtOnceHasEndedWhenItsRequestHas() {
        bench.knowing().spans = spans;
        bench.receive(request("m1", "{}", false));

        assertThat(spans.handled).extracting(Handled::lineage).containsExactly(Lineage.of(null));
        assertThat(spans.outcomes).extracting(SpanOutcome::status).containsExactly("SUCCEEDED");
        assertThat(bench.gateway.sent).extracting(MessagesAreTracedTest::trace).containsExactly(number(1));
    }

    /** However late: where it belongs is stored with the conversation. */
    @Test
    void anAnswerIsHandledBelowItsProviderAndLinksBack() {
        bench.spans = spans;
        bench.directory.enter(Providers.at("p1"));
        bench.receive(traced("m1", false));
        Outgoing asked = Providers.lastRequest(bench);
        assertThat(trace(asked)).isEqualTo(number(1));

        bench.answerIn(PROVIDER, asked.correlationId());

        assertThat(spans.handled.get(1).what()).isEqualTo("reply");
        assertThat(spans.handled.get(1).conversationId()).isEqualTo("c1");
        assertThat(spans.handled.get(1).lineage()).isEqualTo(Lineage.of(PROVIDER, number(1)));
        assertThat(bench.gateway.sent).last().satisfies(reply -> assertThat(trace(reply))
                .isEqualTo(number(2)));
    }

    @Test
    void whatIsRepeatedIsAnsweredInASpanOfItsOwn() {
        bench.knowing().spans = spans;
        bench.receive(request("m1", "{}", false));
        bench.receive(traced("m1", false));

        assertThat(spans.handled.get(1).lineage()).isEqualTo(Lineage.of(SENDER));
        assertThat(bench.gateway.sent).extracting(MessagesAreTracedTest::trace).containsExactly(number(1), number(2));
    }

    @Test
    void oneIdForTwoThingsIsRefusedInItsSpan() {
        bench.knowing().spans = spans;
        bench.receive(request("m1", "{}", false));
        bench.receive(request("m1", "{\"other\":1}", false));

        assertThat(spans.outcomes).extracting(SpanOutcome::problem).containsExactly(null, "message-id-reused");
    }
}
