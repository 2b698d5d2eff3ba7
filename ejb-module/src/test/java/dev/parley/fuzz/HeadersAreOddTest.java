package dev.parley.fuzz;

import static dev.parley.conversation.request.Arrivals.LIMITS;
import static dev.parley.conversation.request.Arrivals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.AnswerReading;
import dev.parley.conversation.Reading;
import dev.parley.conversation.request.AnswerReader;
import dev.parley.conversation.request.RequestReader;
import dev.parley.conversation.request.Submission;
import dev.parley.conversation.request.SubmissionReader;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Headers;
import dev.parley.message.Refusal;
import dev.parley.relay.MailReader;
import dev.parley.relay.SendingPolicy;
import dev.parley.renewal.ResourceReader;
import dev.parley.simulation.FixedShare;
import dev.parley.topic.TopicKind;
import dev.parley.topic.event.EventCheck;
import dev.parley.topic.event.EventReader;
import dev.parley.topic.event.NewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever reads a message takes it or refuses it, whatever its headers are, and takes none that a database would not;
 * as {@link BodiesAreOddTest}.
 */
class HeadersAreOddTest {

    private static final int ROUNDS = Integer.getInteger("parley.fuzz.rounds", 5_000);
    private static final long SEED = Long.getLong("parley.fuzz.seed", 19);

    private static final List<String> PROPERTIES = List.of(
            Headers.MESSAGE_ID,
            Headers.CONVERSATION_ID,
            Headers.KIND,
            Headers.EXCHANGE,
            Headers.ACKNOWLEDGE,
            Headers.FAULT_TO,
            Headers.STATE,
            Headers.TURN,
            Headers.REPLY_TO,
            Headers.POOL,
            Headers.GRANT_ID,
            Headers.HOPS,
            "Mailbox",
            "ContentType",
            "content-length",
            "Topic",
            "Subject",
            "Complete",
            "AtLeast",
            "cloudEvents_id",
            "cloudEvents_specversion",
            "cloudEvents_source",
            "cloudEvents_type",
            "cloudEvents:time",
            "");

    private static final List<String> GOOD = List.of(
            "m1",
            "c1",
            "Reply",
            "Fault",
            "Ack",
            "in-out",
            "in-only",
            "true",
            "queue:reply.a",
            "mailbox:b",
            "1",
            "2",
            "orders",
            "g.1",
            "request",
            "confirm",
            "release",
            "c1:abcdefghijklmnopqrstuv",
            "application/cloudevents+json",
            "1.0",
            "2026-01-31T12:00:00Z",
            "quorum:2, idle:PT5S",
            "place-order");

    private static final List<String> BODIES = List.of("{}", "", "{\"wait\": \"PT1S\"}", "{\"title\": \"t\"}", "[1]");

    private static String header(OddTexts texts) {
        return texts.once(3) ? texts.word() : texts.oneOf(GOOD);
    }

    private static String maybe(OddTexts texts) {
        return texts.once(3) ? null : header(texts);
    }

    private static Address address(OddTexts texts) {
        return texts.once(3) ? null : new Address(texts.oneOf(List.of(Address.Kind.values())), header(texts));
    }

    private static Arrival arrival(OddTexts texts) {
        Map<String, String> properties = new HashMap<>();
        for (String name : PROPERTIES) {
            if (texts.once(3)) {
                properties.put(name, header(texts));
            }
        }
        return new Arrival(
                maybe(texts),
                "ID:1",
                maybe(texts),
                address(texts),
                properties,
                texts.once(2) ? null : Instant.ofEpochMilli(texts.time()),
                texts.once(2),
                texts.once(2) ? null : header(texts),
                texts.once(2) ? null : "ann",
                texts.spoilt(BODIES),
                texts.once(8) ? CommonProblem.BODY_NOT_JSON.because("No.") : null);
    }

    private static Named<Function<Arrival, Object>> reader(String name, Function<Arrival, Object> reader) {
        return Named.of(name, reader);
    }

    static List<Named<Function<Arrival, Object>>> readers() {
        var mail = new MailReader(new SendingPolicy(100_000, LIMITS.addresses()), LIMITS.addresses());
        var resources = new ResourceReader(LIMITS.addresses(), LIMITS.addresses());
        var events = new EventReader(LIMITS.addresses());
        var topics = TopicKind.STORED;
        var check =
                new EventCheck(topics.defined("orders", 1, "ann", topics.read("orders", "{}"), NOW, "ann"), 100_000);
        return List.of(
                reader("requests", HeadersAreOddTest::request),
                reader("answers", HeadersAreOddTest::answer),
                reader("mail", arrival -> mail.read(arrival, "text/plain", () -> "AA==", NOW)),
                reader("resources", resources::read),
                reader("events", arrival -> event(events, check, arrival)),
                reader(
                        "wishes of who publishes",
                        arrival -> String.valueOf(events.wanted(arrival, Optional::of) == null)),
                reader(
                        "faults of events",
                        arrival -> String.valueOf(
                                events.fault(arrival, CommonProblem.EXPIRED.because("No."), to -> true) == null)),
                reader(
                        "faults of mail",
                        arrival -> String.valueOf(
                                mail.fault(arrival, CommonProblem.EXPIRED.because("No."), to -> true) == null)),
                reader(
                        "faults of resources",
                        arrival -> String.valueOf(
                                resources.fault(arrival, CommonProblem.EXPIRED.because("No."), null, null, to -> true)
                                        == null)));
    }

    /** What is stored of an event but its data, which is JSON, and the name by which its topic is looked for. */
    private static Object event(EventReader reader, EventCheck check, Arrival arrival) {
        String topic = reader.topic(arrival);
        NewEvent event = check.check(reader.event(arrival), "user:ann", () -> "made");
        return List.of(topic, event.toString().replace(event.body(), ""));
    }

    /** What is stored of a request but its body, which is looked at by its operation. */
    private static Object request(Arrival arrival) {
        return new RequestReader(LIMITS).read(arrival, NOW) instanceof Reading.Accepted accepted
                ? accepted.request().toString().replace(arrival.body(), "")
                : "refused";
    }

    /** What is stored of an answer but its body, or why that cannot be used, which is JSON. */
    private static Object answer(Arrival arrival) {
        return new AnswerReader(LIMITS).read(arrival) instanceof AnswerReading.Understood understood
                ? List.of(
                        understood.conversationId(),
                        understood.answer().messageId(),
                        understood.answer().correlationId())
                : "refused";
    }

    @ParameterizedTest
    @MethodSource("readers")
    void messagesAreTakenOrRefused(Function<Arrival, Object> reader) {
        OddTexts texts = new OddTexts(SEED);
        FixedShare part = FixedShare.of(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            Arrival arrival = arrival(texts);
            if (part.has(round)) {
                take(round, arrival, () -> reader.apply(arrival));
            }
        }
    }

    @Test
    void requestsOverHttpAreTakenOrRefused() {
        OddTexts texts = new OddTexts(SEED);
        var reader = new SubmissionReader(LIMITS);
        FixedShare part = FixedShare.of(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            Submission submission = new Submission(
                            new Caller("ann", false),
                            "place-order",
                            "{}",
                            maybe(texts),
                            maybe(texts),
                            maybe(texts),
                            maybe(texts),
                            maybe(texts),
                            maybe(texts))
                    .in(maybe(texts));
            if (part.has(round)) {
                take(round, submission, () -> reader.read(submission, "m1", NOW));
                take(round, submission, () -> reader.readTurn(submission, "m1", NOW));
            }
        }
    }

    private static void take(int round, Object what, Supplier<Object> reading) {
        try {
            String taken = String.valueOf(reading.get());
            assertThat(taken.indexOf('\0')).as("NUL in " + taken).isNegative();
        } catch (Refusal refusal) {
            assertThat(refusal.problem().status()).isBetween(400, 599);
        } catch (Throwable thrown) {
            String text = what.toString();
            String shown = text.length() < 2_000 ? text : text.substring(0, 2_000) + "… of " + text.length();
            throw new AssertionError("Round " + round + " of seed " + SEED + ": " + shown, thrown);
        }
    }
}
