package dev.parley.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.gathering.Choice;
import dev.parley.conversation.gathering.Completion;
import dev.parley.conversation.gathering.CompletionReader;
import dev.parley.conversation.gathering.Criterion;
import dev.parley.conversation.gathering.Losers;
import dev.parley.conversation.gathering.Take;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The reader of orders to ask many, which says of all that is wrong at once what is expected. */
public final class GatherReader {

    private static final int MOST_OPERATIONS = 100;
    private static final String OPERATION = "operation";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String NAMES = "an array of 1 to " + MOST_OPERATIONS + " names of operations, each once";
    private static final String TO =
            "an object with topic, with operations, or with operation and \"providers\": \"all\"";
    private static final Completion ALL = Completion.of(List.of(new Criterion.All()));
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Recipients NOBODY = new Recipients.Operations(List.of());

    private GatherReader() {}

    /**
     * The order that is in a text.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    static GatherOrder read(String text) {
        return new Fields.Body("a gathering", "an object with to and request", Set.of())
                .read(text, GatherReader::order);
    }

    private static GatherOrder order(Fields fields) {
        JsonNode request = fields.given("request");
        Recipients to = recipients(fields);
        return new GatherOrder(
                to,
                (request == null ? JsonNodeFactory.instance.objectNode() : request).toString(),
                CompletionReader.read(fields, ALL),
                fields.duration("deadline", USUAL, Duration.ofMillis(1), Duration.ofDays(30)),
                Choice.of(take(fields), losers(fields, to)));
    }

    private static Take take(Fields fields) {
        return fields.value(
                "take", Take.ALL, Take.EXPECTED, given -> take(given).isPresent(), given -> take(given)
                        .orElseThrow());
    }

    private static Optional<Take> take(JsonNode given) {
        if (given.isTextual()) {
            return Take.of(given.textValue());
        }
        JsonNode operation = given.path(OPERATION);
        return given.isObject() && given.size() == 1 && isName(operation)
                ? Optional.of(Take.by(operation.textValue()))
                : Optional.empty();
    }

    /** Of those who subscribe Parley does not know what undoes what they have done. */
    private static Losers losers(Fields fields, Recipients to) {
        Losers losers = fields.value(
                "losers",
                Losers.IGNORE,
                Losers.EXPECTED,
                given -> given.isTextual() && Losers.of(given.textValue()).isPresent(),
                given -> Losers.of(given.textValue()).orElseThrow());
        if (to instanceof Recipients.OfTopic && losers != Losers.IGNORE) {
            fields.refuse("losers", "ignore, where a topic is asked: what is published is not taken back");
        }
        return losers;
    }

    private static Recipients recipients(Fields fields) {
        JsonNode to = fields.given("to");
        if (to == null || !to.isObject()) {
            fields.refuse("to", TO);
            return NOBODY;
        }
        return fields.object("to", NOBODY, GatherReader::to);
    }

    private static Recipients to(Fields to) {
        boolean topic = to.has("topic");
        boolean operations = to.has("operations");
        boolean providers = to.has(OPERATION);
        if ((topic ? 1 : 0) + (operations ? 1 : 0) + (providers ? 1 : 0) != 1) {
            to.refuseAt("/to", TO);
            return NOBODY;
        }
        boolean all =
                to.value("providers", false, "all", given -> given.asText().equals("all"), given -> true);
        if (all != providers) {
            to.refuseAt("/to", TO);
        }
        if (topic) {
            return new Recipients.OfTopic(name(to, "topic"));
        }
        return operations ? operations(to) : new Recipients.Providers(name(to, OPERATION));
    }

    private static String name(Fields to, String member) {
        return to.value(
                member,
                "",
                "a name: 1 to 100 letters, digits, '.', '-' or '_'",
                GatherReader::isName,
                JsonNode::textValue);
    }

    private static boolean isName(JsonNode given) {
        return given.isTextual() && NAME.matcher(given.textValue()).matches();
    }

    private static Recipients operations(Fields to) {
        List<String> names = new ArrayList<>();
        JsonNode given = to.given("operations");
        if (given == null || !given.isArray()) {
            to.refuse("operations", NAMES);
            return NOBODY;
        }
        for (JsonNode one : given) {
            if (!isName(one) || names.contains(one.textValue())) {
                to.refuse("operations", NAMES);
                return NOBODY;
            }
            names.add(one.textValue());
        }
        if (names.isEmpty() || names.size() > MOST_OPERATIONS) {
            to.refuse("operations", NAMES);
        }
        return new Recipients.Operations(names);
    }
}
