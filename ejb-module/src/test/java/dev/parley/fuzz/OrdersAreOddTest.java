package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.engine.deadletter.DeadLetterCommand;
import dev.parley.engine.run.CancelReader;
import dev.parley.gathering.GatherCheck;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.process.command.CommandReader;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ProcessReader;
import dev.parley.slip.OrderReader;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipEvents;
import dev.parley.slip.SlipHead;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipOffers;
import dev.parley.slip.SlipText;
import dev.parley.slip.seal.CanonicalJson;
import dev.parley.slip.seal.Seals;
import dev.parley.slip.undo.UndoReader;
import dev.parley.topic.PublishOrder;
import dev.parley.topic.TopicDefinition;
import dev.parley.topic.TopicDefinitionReader;
import dev.parley.topic.event.CloudEvents;
import dev.parley.topic.subscription.ReplayReader;
import dev.parley.topic.subscription.SubscriptionDefinition;
import dev.parley.topic.subscription.SubscriptionDefinitionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever reads what is said of processes, slips, topics and gatherings takes it or refuses it, as
 * {@link BodiesAreOddTest}; and what it takes, it can read again where it is stored.
 */
class OrdersAreOddTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Seals SEALS = Seals.of(Seals.newKeySet("odd"));

    private static final List<String> PROCESSES = List.of(
            "{\"attributes\": {\"$version\": {\"$\": \"/request/a\"}}, \"steps\": [{\"name\": \"pack\", \"operation\":"
                    + " \"pack\"}]}",
            "{\"attributes\": {\"a\\u0000\": {\"$\": \"/request/a\"}}, \"steps\": [{\"name\": \"pack\", \"operation\":"
                    + " \"pack\"}]}",
            "{\"input\": {\"type\": \"object\"}, \"deadline\": \"PT1H\", \"compensateWithin\": \"P7D\","
                    + " \"attributes\": {\"orderId\": {\"$\": \"/request/orderId\"}}, \"steps\": [{\"name\": \"stock\","
                    + " \"operation\": \"reserve\", \"input\": {\"item\": {\"$\": \"/request/item\"}}, \"compensation\":"
                    + " \"release\"},{\"name\": \"both\", \"parallel\": [[{\"name\": \"pack\", \"operation\": \"pack\"}],"
                    + " [{\"name\": \"label\", \"operation\": \"label\"}]], \"join\": \"all\"},{\"name\": \"large\","
                    + " \"choose\": [{\"when\": {\"$\": \"/request/total\", \"more\": 1000}, \"steps\": [{\"name\":"
                    + " \"ok\", \"await\": \"approved\", \"from\": \"user:ann\", \"timeout\": \"P2D\"}]}, {\"otherwise\":"
                    + " []}]},{\"name\": \"mail\", \"operation\": \"mail\", \"onFault\": \"ignore\"}], \"reply\":"
                    + " {\"tracking\": {\"$\": \"/steps/stock/reply/tracking\"}}}",
            "{\"compensable\": \"P1D\", \"steps\": [{\"name\": \"lines\", \"forEach\": {\"$\": \"/request/lines\"},"
                    + " \"as\": \"line\", \"parallelism\": 4, \"steps\": [{\"name\": \"pick\", \"operation\": \"pack\","
                    + " \"input\": {\"line\": {\"$\": \"/line\"}}, \"compensation\": \"release\"}]},{\"name\": \"again\","
                    + " \"repeat\": [{\"name\": \"ask\", \"operation\": \"label\"}], \"until\": {\"$\":"
                    + " \"/steps/ask/reply/done\", \"is\": true}, \"most\": 3},{\"name\": \"night\", \"wait\":"
                    + " \"PT8H\"},{\"name\": \"ship\", \"operation\": \"reserve\", \"pivot\": true, \"retry\":"
                    + " {\"attempts\": 3, \"backoff\": \"PT1S\"}, \"onFault\": {\"full\": {\"goTo\": \"mail\"}},"
                    + " \"timeout\": \"PT1M\"},{\"name\": \"mail\", \"operation\": \"mail\", \"input\": {\"$each\":"
                    + " {\"$\": \"/request/lines\"}}}]}",
            "{\"steps\": [{\"name\": \"a\", \"await\": \"said\", \"key\": {\"orderId\": {\"$\":"
                    + " \"/message/orderId\"}}},{\"name\": \"slip\", \"operation\": \"parley.slip\", \"input\":"
                    + " {\"itinerary\": []}},{\"name\": \"end\", \"operation\": \"pack\", \"when\": {\"all\": [{\"$\":"
                    + " \"/steps/a/reply\", \"in\": [1, 2]}, {\"not\": {\"$\": \"/request\", \"exists\": true}}]}}]}");

    private static final List<String> COMMANDS = List.of(
            "{\"reply\": {\"slip\": \"s\\u0000\"}}",
            "{\"reason\": \"r\"}",
            "{\"reason\": \"r\", \"force\": true}",
            "{\"command\": \"cancel\", \"force\": true, \"reason\": \"r\"}",
            "{\"command\": \"pause\", \"reason\": \"r\"}",
            "{\"command\": \"retry\", \"step\": \"pay\", \"etag\": \"\\\"1\\\"\", \"input\": {\"a\": 1}, \"reason\":"
                    + " \"r\"}",
            "{\"command\": \"skip\", \"step\": \"pay\", \"etag\": \"x\", \"reply\": {}, \"reason\": \"r\"}",
            "{\"command\": \"resolve\", \"step\": \"pay\", \"etag\": \"x\", \"fault\": {\"type\": \"urn:x\"}}",
            "{\"command\": \"replace\", \"step\": \"pay\", \"etag\": \"x\", \"operation\": \"other\", \"input\": {}}",
            "{\"command\": \"rerun\", \"from\": \"pay\", \"reason\": \"r\"}",
            "{\"from\": \"pay\", \"reason\": \"r\"}",
            "{\"reason\": \"r\", \"operation\": \"other\", \"cause\": \"operation-failed\", \"body\": {\"a\": 1}}",
            "{\"request\": {}, \"reply\": {\"slip\": \"s-1\", \"variables\": {}}, \"outcome\": \"done\"}");

    private static final List<String> SLIPS =
            List.of("{\"itinerary\": [{\"operation\": \"check\", \"arguments\": {\"d\": {\"$\": \"/variables/doc\"}},"
                    + " \"timeout\": \"PT5S\", \"as\": \"checked\", \"mayRevise\": true}, {\"operation\": \"stamp\","
                    + " \"compensation\": \"unstamp\"}], \"variables\": {\"doc\": \"d-1\", \"n\": 0.5}, \"kept\": true,"
                    + " \"deadline\": \"PT10M\", \"events\": {\"to\": \"queue:reply.alice\", \"on\": [\"completed\","
                    + " \"stuck\"]}}");

    private static final List<String> SLIPS_ASKED_FOR = List.of(
            "{\"itinerary\": [{\"operation\": \"check\"}], \"variables\": {\"doc\": [1, 2.5e3]}, \"deadline\":"
                    + " \"PT1S\"}",
            SLIPS.get(0));

    private static final OrderReader ORDERS =
            new OrderReader(SlipLimits.DEFAULT, Duration.ofDays(30), new All(), to -> to.kind() == Address.Kind.QUEUE);

    /** The last has a log that is none, and is good enough to be spoilt. */
    private static final List<String> SEALED = List.of(
            sealed(),
            "{\"version\": 1, \"slip\": \"s-1\", \"originator\": \"user:alice\", \"correlationId\": \"c\","
                    + " \"expiresAt\": \"2026-03-01T11:00:00Z\", \"hops\": 0, \"direction\": \"back\", \"position\": 0,"
                    + " \"attempt\": 0, \"itinerary\": [{\"operation\": \"stamp\"}], \"variables\": {}, \"log\":"
                    + " [{\"step\": 0, \"act\": \"done\", \"operation\": \"stamp\", \"at\": \"2026-03-01T10:00:00Z\","
                    + " \"by\": \"here\", \"compensation\": \"unstamp\", \"undo\": {\"reply\": 1, \"outcome\": \"done\"},"
                    + " \"hash\": \"h\"}], \"events\": {\"to\": \"queue:reply.a\", \"on\": [\"completed\"]},"
                    + " \"readUntil\": \"2026-03-08T10:00:00Z\"}");

    private static final List<String> TOPICS = List.of(
            "{\"topic\": \"orders\\u0000\", \"event\": {}}",
            "{\"exchange\": \"out-in\", \"complete\": {\"operation\": \"enough\\u0000\"}}",
            "{\"schema\": {\"type\": \"object\"}, \"publishers\": [\"ann\"], \"subscribers\": [\"*\"], \"retention\":"
                    + " \"P1D\", \"key\": \"/orderId\", \"maxSubscriptions\": 10}",
            "{\"exchange\": \"out-in\", \"complete\": {\"any\": [\"quorum:2\", \"idle:PT5S\", {\"operation\":"
                    + " \"enough\"}]}, \"atLeast\": 1, \"deadline\": \"PT1M\"}",
            "{\"to\": \"https://hooks.example.org:8443/events?a=b\", \"filter\": {\"all\": [{\"$\": \"/data/total\","
                    + " \"more\": 10}, {\"$\": \"/type\", \"in\": [\"a\", \"b\"]}]}, \"from\": \"sequence:7\", \"retry\":"
                    + " {\"backoff\": \"PT2S\", \"maximum\": \"PT1M\"}, \"maxDeliveries\": 3, \"onExhausted\": \"drop\"}",
            "{\"to\": \"mailbox:billing\", \"from\": \"2026-01-31T12:00:00+01:00\"}",
            "{\"from\": \"sequence:1\", \"to\": \"2026-01-31T12:00:00Z\"}",
            "{\"from\": 3, \"to\": 9}",
            "{\"topic\": \"orders\", \"event\": {\"a\": 1}, \"type\": \"t\", \"subject\": \"s\"}",
            "{\"id\": \"1\", \"specversion\": \"1.0\", \"source\": \"/shop\", \"type\": \"t\", \"subject\": \"s\","
                    + " \"time\": \"2026-01-31T12:00:00Z\", \"count\": 3, \"datacontenttype\": \"application/json\","
                    + " \"data\": {\"n\": 1}}");

    private static final List<String> GATHERINGS = List.of(
            "{\"to\": {\"operations\": [\"a\", \"b\"]}, \"request\": {\"n\": 1}, \"complete\": \"quorum:2,"
                    + " idle:PT5S\", \"atLeast\": 1, \"deadline\": \"PT1M\", \"take\": \"least:/price\", \"losers\":"
                    + " \"compensate\"}",
            "{\"to\": {\"operation\": \"quote\", \"providers\": \"all\"}, \"take\": {\"operation\": \"choose\"},"
                    + " \"losers\": \"cancel\"}",
            "{\"to\": {\"topic\": \"orders\"}, \"complete\": {\"any\": [\"all\", {\"operation\": \"enough\"}]},"
                    + " \"losers\": \"ignore\"}");

    /** The first of some lists are what was once taken, and must not be. */
    private record Tried(Consumer<String> reader, List<String> good) {}

    /** All are served, and none has a compensation. */
    private static final class All implements SlipOffers {
        @Override
        public boolean isServed(String operation) {
            return true;
        }

        @Override
        public boolean takesReply(String operation) {
            return true;
        }

        @Override
        public boolean isAlwaysKnown(String operation) {
            return true;
        }

        @Override
        public @Nullable String compensation(String operation) {
            return null;
        }
    }

    private static String sealed() {
        SlipHead head = new SlipHead(
                "s-1",
                "user:alice",
                "c-1",
                NOW.plusSeconds(3600),
                true,
                SlipEvents.all(Address.queue("reply.alice")),
                0);
        return new SlipText(SEALS).write(Slip.start(head, ORDERS.read(SLIPS.get(0))), NOW, NOW.plusSeconds(60));
    }

    private static Named<Tried> tried(String name, List<String> good, Consumer<String> reader) {
        return Named.of(name, new Tried(reader, good));
    }

    static Stream<Named<Tried>> readers() {
        return Stream.concat(readersOfSteps(), readersOfOthers());
    }

    private static Stream<Named<Tried>> readersOfSteps() {
        return Stream.of(CommandReader.OfStep.values())
                .map(kind -> tried(
                        "a command to a step: " + kind,
                        COMMANDS,
                        text -> CommandReader.read(kind, "pay", "\"1\"", without(text, "command", "step", "etag"))));
    }

    private static Stream<Named<Tried>> readersOfOthers() {
        return Stream.of(
                tried("a process", PROCESSES, OrdersAreOddTest::process),
                tried("a command that names itself", COMMANDS, text -> CommandReader.named("new", text)),
                tried("a command to begin again", COMMANDS, text -> CommandReader.rerun("new", text)),
                tried("a wish to cancel", COMMANDS, CancelReader::read),
                tried("a command to a slip", COMMANDS, dev.parley.slip.CommandReader::reason),
                tried("a command to a dead letter", COMMANDS, OrdersAreOddTest::deadLetter),
                tried("a slip to undo", COMMANDS, text -> storable(UndoReader.slip(text))),
                tried("an order of a slip", SLIPS, ORDERS::read),
                tried("an order of a slip that is a request", SLIPS_ASKED_FOR, ORDERS::readAsked),
                tried("a slip with a seal", SEALED, OrdersAreOddTest::sealed),
                tried("a topic", TOPICS, OrdersAreOddTest::topic),
                tried("a subscription", TOPICS, OrdersAreOddTest::subscription),
                tried("a range of events", TOPICS, ReplayReader::read),
                tried(
                        "an order to publish",
                        TOPICS,
                        text -> storable(String.valueOf(withoutData(PublishOrder.read(text))))),
                tried("an event with its attributes", TOPICS, CloudEvents::structured),
                tried("a gathering", GATHERINGS, GatherCheck::check));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatIsSaidIsTakenOrRefused(Tried tried) {
        TakenOrRefused.take(tried.reader(), tried.good());
    }

    /** None of the texts would be worth to be spoilt if they were refused as they are. */
    @ParameterizedTest
    @MethodSource("readers")
    void atLeastOneIsTakenAsItIs(Tried tried) {
        assertThat(tried.good()).anyMatch(text -> isTaken(tried.reader(), text));
    }

    private static boolean isTaken(Consumer<String> reader, String text) {
        try {
            reader.accept(text);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** The database of some would not take it. */
    private static void storable(String text) {
        assertThat(text.indexOf('\0')).as("NUL in " + text).isNegative();
    }

    private static PublishOrder withoutData(PublishOrder order) {
        return new PublishOrder(order.topic(), "", order.type(), order.subject());
    }

    private static void process(String text) {
        KnownOffers offers = new KnownOffers().beans("reserve", "release", "pack", "label", "mail", "parley.slip");
        ProcessReader reader = new ProcessReader(DefinitionLimits.DEFAULT, offers);
        ProcessDefinition definition = reader.read("odd", text).definition();
        definition.attributes().keySet().forEach(OrdersAreOddTest::storable);
        assertThat(definition.attributes().keySet())
                .allSatisfy(name -> assertThat(name).hasSizeBetween(1, 100).doesNotStartWith("$"));
        assertThat(reader.stored("odd", definition.json().toString()).steps()).hasSameSizeAs(definition.steps());
    }

    private static void deadLetter(String text) {
        DeadLetterCommand.retryAll(without(text, "body"));
        DeadLetterCommand.send(without(text, "cause"));
    }

    private static String without(String text, String... members) {
        return JsonText.parseExactly(text) instanceof ObjectNode object
                ? object.remove(List.of(members)).toString()
                : text;
    }

    private static void sealed(String text) {
        SlipText.json(text).filter(slip -> CanonicalJson.misfit(slip) == null).ifPresent(slip -> {
            slip.remove("signature");
            slip.put("signature", SEALS.seal(CanonicalJson.bytes(slip)));
            new SlipText(SEALS).read(slip, NOW);
        });
    }

    private static void topic(String text) {
        TopicDefinitionReader reader = new TopicDefinitionReader(Duration.ofDays(7));
        TopicDefinition definition = reader.read("orders", text);
        definition.completion().any().forEach(criterion -> storable(criterion.label()));
        assertThat(reader.read("orders", definition.json().toString())).isEqualTo(definition);
    }

    private static void subscription(String text) {
        SubscriptionDefinition definition = SubscriptionDefinitionReader.read("orders/billing", text);
        assertThat(SubscriptionDefinitionReader.read(
                        "orders/billing", definition.json().toString()))
                .isEqualTo(definition);
        storable(definition.to().toString());
    }
}
