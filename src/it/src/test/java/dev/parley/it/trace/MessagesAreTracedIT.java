package dev.parley.it.trace;

import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.freshProviderQueue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Asked;
import dev.parley.it.client.HttpAnswer;
import dev.parley.it.client.HttpParticipant;
import dev.parley.it.client.JmsParticipant;
import dev.parley.it.client.JmsProvider;
import dev.parley.it.client.JmsRequest;
import dev.parley.it.client.Samples;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import dev.parley.it.server.ServerNames;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import dev.parley.it.trace.TraceCollector.Recorded;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A server that was prepared by tracing.cli, and a collector that takes what it sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@Tag(Once.TAG)
@InShares(on = Configuration.H2, seconds = 40)
class MessagesAreTracedIT {

    private static final String TRACE = "traceparent";
    private static final String SENDERS = "b7ad6b7169203331";
    private static final String PROVIDERS = "00f067aa0ba902b7";
    private static final int MANY = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TraceCollector collector = new TraceCollector();
    private final String operation = fresh("quote");

    private ParleyServer server;
    private JmsParticipant alice;
    private HttpParticipant http;
    private JmsProvider paul;

    @BeforeAll
    void start() {
        server = ParleyServer.freshWithTraces("traced", collector.url());
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
        collector.close();
    }

    @BeforeEach
    void connect() {
        alice = JmsParticipant.core(server, server.alice());
        http = new HttpParticipant(server, server.alice());
        paul = new JmsProvider(server, freshProviderQueue("paul"));
    }

    @AfterEach
    void disconnect() {
        alice.close();
        paul.close();
    }

    private static String freshTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String parent(String of, String flags) {
        return "00-" + of + "-" + SENDERS + "-" + flags;
    }

    private Recorded span(String of, String name) {
        return collector.next(
                name, span -> span.trace().equals(of) && span.name().equals(name));
    }

    private void enter() {
        HttpAnswer answer = new HttpParticipant(server, server.olga())
                .operation(operation)
                .put("{\"provider\":{\"queue\":\"" + paul.queue() + "\"},\"timeout\":\"PT10M\"}")
                .send();
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    /** The whole way of a request over JMS: to Parley, to its provider, back to Parley, back to its requester. */
    @Test
    void aRequestAndItsReplyAreOneTraceWithTheirProvider() {
        String of = freshTrace();
        enter();
        alice.send(JmsRequest.to(operation).messageId(fresh("message")).property(TRACE, parent(of, "01")));
        Asked asked = paul.next();
        String inPaul = "00-" + of + "-" + PROVIDERS + "-01";
        paul.replyIn(inPaul, asked, "{\"price\":12}");
        Answer reply = alice.replies().next();

        Recorded request = span(of, "request " + operation);
        Recorded answer = span(of, "reply " + operation);
        assertThat(request.parent()).isEqualTo(SENDERS);
        assertThat(request.span().getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CONSUMER);
        assertThat(request.service()).isEqualTo("parley");
        assertThat(asked.property(TRACE)).isEqualTo(request.traceParent());
        assertThat(answer.parent()).isEqualTo(PROVIDERS);
        assertThat(answer.links()).contains(request.id());
        assertThat(reply.properties()).containsEntry(TRACE, answer.traceParent());

        assertThat(request.text("messaging.system")).isEqualTo("jms");
        assertThat(request.text("messaging.destination.name")).isEqualTo("parley.requests");
        assertThat(request.text("messaging.operation.type")).isEqualTo("process");
        assertThat(request.text("messaging.message.id")).startsWith("message");
        assertThat(request.text("parley.operation")).isEqualTo(operation);
        assertThat(request.text("parley.conversation")).isEqualTo(asked.conversationId());
        assertThat(answer.text("messaging.destination.name")).isEqualTo("parley.replies");
        assertThat(answer.text("parley.conversation")).isEqualTo(asked.conversationId());
        assertThat(answer.text("parley.status")).isEqualTo("SUCCEEDED");
    }

    @Test
    void workIsDoneBelowTheRequestThatItWasAcceptedWith() {
        String of = freshTrace();
        alice.send(JmsRequest.to(Samples.PLACE_ORDER)
                .text(Samples.order())
                .acknowledge()
                .property(TRACE, parent(of, "01")));
        assertThat(alice.replies().next().kind()).isEqualTo("Ack");
        assertThat(alice.replies().next().kind()).isEqualTo("Reply");

        Recorded request = span(of, "request place-order");
        Recorded work = span(of, "work place-order");
        assertThat(work.parent()).isEqualTo(request.id());
        assertThat(work.text("parley.status")).isEqualTo("SUCCEEDED");
    }

    /** WildFly makes a span of each HTTP request; what comes of it is below that. */
    @Test
    void aRequestOverHttpHangsBelowTheSpanOfTheServer() {
        String of = freshTrace();
        HttpAnswer answer = http.operation(Samples.PLACE_ORDER)
                .prefer("wait=20")
                .header(TRACE, parent(of, "01"))
                .body(Samples.order())
                .send();
        assertThat(answer.conversationStatus()).as(answer.text()).isEqualTo("SUCCEEDED");

        Recorded ofServer = collector.next(
                "the span of the HTTP request",
                span -> span.trace().equals(of) && span.span().getKind() == Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(ofServer.parent()).isEqualTo(SENDERS);
        assertThat(span(of, "request place-order").parent()).isEqualTo(ofServer.id());
    }

    @Test
    void anAttemptThatFailsIsAnError() {
        String of = freshTrace();
        alice.send(JmsRequest.to(Samples.PRINT_LABEL)
                .text(Samples.label(1))
                .acknowledge()
                .property(TRACE, parent(of, "01")));

        Recorded failed = collector.next(
                "the attempt that fails",
                span -> span.trace().equals(of)
                        && span.name().equals("work print-label")
                        && span.span().getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR);
        Recorded done = collector.next(
                "the attempt that does not",
                span -> span.trace().equals(of) && span.text("parley.status").equals("SUCCEEDED"));
        assertThat(failed.text("error.type")).contains("OperationFailed");
        assertThat(done.parent()).isEqualTo(failed.parent());
    }

    @Test
    void whatItsSenderDoesNotRecordIsNotRecorded() {
        String not = freshTrace();
        String of = freshTrace();
        enter();
        alice.send(JmsRequest.to(operation).property(TRACE, parent(not, "00")));
        assertThat(paul.next().property(TRACE)).startsWith("00-" + not).endsWith("-00");
        alice.send(JmsRequest.to(operation).property(TRACE, parent(of, "01")));
        span(of, "request " + operation);

        assertThat(collector.all()).noneMatch(span -> span.trace().equals(not));
    }

    @Test
    void messagesThatShareATransactionAndTheirBatchPointToEachOther() {
        enter();
        await().atMost(PATIENCE).until(this::aBatchIsRecorded);

        Recorded batch = collector.next("a batch", MessagesAreTracedIT::isBatch);
        Recorded first = collector.next("a message of it", span -> batch.links().contains(span.id()));
        assertThat(batch.links()).hasSizeGreaterThan(1);
        assertThat(first.links()).contains(batch.id());
    }

    /** How many of them share a transaction nobody knows before. */
    private boolean aBatchIsRecorded() {
        sendTogether();
        return collector.all().stream().anyMatch(MessagesAreTracedIT::isBatch);
    }

    private static boolean isBatch(Recorded span) {
        return span.name().equals("receive parley.requests");
    }

    private void sendTogether() {
        try (var factory = JmsParticipant.coreFactory(server);
                JMSContext context = factory.createContext(
                        server.alice().name(), server.alice().password(), JMSContext.SESSION_TRANSACTED)) {
            for (int i = 0; i < MANY; i++) {
                TextMessage message = context.createTextMessage("{}");
                message.setJMSType(operation);
                message.setStringProperty("Exchange", "in-only");
                context.createProducer().send(context.createQueue(ServerNames.REQUESTS), message);
            }
            context.commit();
        } catch (JMSException e) {
            throw new AssertionError("The requests were not sent", e);
        }
    }
}
