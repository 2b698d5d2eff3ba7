package dev.parley.web.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Exchange;
import dev.parley.conversation.Provider;
import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.DefinitionReader;
import dev.parley.directory.OperationView;
import dev.parley.directory.PatternOperation;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import jakarta.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The JSON of operations, member by member and in the order in which it is sent. */
class OperationJsonTest {

    private static final PatternOperation PROCESS = new PatternOperation(
            "order",
            "order",
            null,
            List.of(new PatternOperation.Message("order.approved", null, Set.of(), Set.of(), false)));
    private static final Caller OPERATOR = new Caller("olga", true);
    private static final Caller PARTICIPANT = new Caller("ann", false);
    private static final Instant ENTERED = Instant.parse("2026-01-02T03:04:05Z");
    private static final String BY_DEFAULT = "\"timeout\":\"PT30S\",\"retry\":{\"attempts\":5,\"backoff\":\"PT1S\","
            + "\"multiplier\":2.0,\"maximum\":\"PT1M\",\"jitter\":0.2}";
    private static final String ON = "\"updatedAt\":\"2026-01-02T03:04:05.000Z\"";
    private static final String BY = ON + ",\"updatedBy\":\"olga\"";
    private static final String SCHEMA =
            "{\"type\":\"object\",\"title\":\"Gr\u00f6\u00dfe\",\"properties\":{\"weight\":{\"maximum\":1.5}}}";

    @Test
    void aMethodIsShownToEverybodyAsItIs() {
        OperationView view = new OperationView("book", null, new Method(null), List.of());
        String json = "{\"name\":\"book\",\"provider\":{\"bean\":true},\"isolated\":true}";
        assertThat(shown(view, PARTICIPANT)).hasToString(json);
        assertThat(shown(view, OPERATOR)).hasToString(json);
    }

    @Test
    void aMethodNamesWhatUndoesIt() {
        OperationView view = new OperationView("book", null, new Method("cancel"), List.of());
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"bean\":true},\"isolated\":true,"
                        + "\"compensation\":\"cancel\"}");
    }

    @Test
    void anEntryOfAMethodIsShownWithTheMethod() {
        OperationView view = view("{\"provider\":{\"bean\":true},\"compensation\":\"undo\"}", new Method("cancel"));
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"bean\":true},\"isolated\":true,"
                        + "\"compensation\":\"undo\"," + ON + "}");
    }

    @Test
    void anEntryOfAMethodMayHaveASchema() {
        OperationView view = view(
                "{\"provider\":{\"bean\":true},\"schema\":" + SCHEMA + ",\"compensation\":\"undo\"}", new Method(null));
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"bean\":true},\"isolated\":true,\"schema\":" + SCHEMA
                        + ",\"compensation\":\"undo\"," + BY + "}");
    }

    @Test
    void aSchemaIsAddedToAMethodThatNamesWhatUndoesIt() {
        OperationView view = view("{\"provider\":{\"bean\":true},\"schema\":" + SCHEMA + "}", new Method("cancel"));
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"bean\":true},\"isolated\":true,\"schema\":" + SCHEMA
                        + ",\"compensation\":\"cancel\"," + BY + "}");
    }

    @Test
    void anEntryOfAProcessHasTheSchemaOfThat() {
        OperationView view = view("{\"provider\":{\"process\":\"order\"}}", new Method("cancel"))
                .servedBy(new PatternOperation("order", "order", SCHEMA, List.of()));
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"process\":\"order\"},\"schema\":" + SCHEMA + "," + BY
                        + "}");
    }

    @Test
    void anEntryOfAProcessThatTakesAnythingHasNone() {
        OperationView view =
                view("{\"provider\":{\"process\":\"order\"}}", null).servedBy(PROCESS);
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"process\":\"order\"}," + BY + "}");
    }

    @Test
    void anEntryOfAMethodThatIsGoneIsShown() {
        OperationView view = view("{\"provider\":{\"bean\":true}}", null);
        assertThat(shown(view, OPERATOR)).hasToString("{\"name\":\"book\",\"provider\":{\"bean\":true}," + BY + "}");
    }

    @Test
    void anEntryIsShownWithAllThatHoldsByDefault() {
        OperationView view = view("{\"provider\":{\"queue\":\"couriers\"}}", null, queue("couriers", null));
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"outside\":true}," + BY_DEFAULT + "," + ON + "}");
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"queue\":\"couriers\"}," + BY_DEFAULT + "," + BY + "}");
    }

    @Test
    void anEntryIsShownInsteadOfTheMethod() {
        OperationView view =
                view("{\"provider\":{\"queue\":\"couriers\"}}", new Method("cancel"), queue("couriers", null));
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"outside\":true}," + BY_DEFAULT + "," + ON + "}");
    }

    @Test
    void anEntryIsShownWithAllThatCanBeEntered() {
        OperationView view = view(
                "{\"provider\":[{\"queue\":\"couriers\"}],\"timeout\":\"PT90S\",\"retry\":{\"attempts\":1,"
                        + "\"backoff\":\"PT0S\",\"multiplier\":1.25,\"maximum\":\"PT0.5S\",\"jitter\":0.00001},"
                        + "\"schema\":" + SCHEMA + ",\"compensation\":\"cancel\"}",
                null,
                queue("couriers", null));
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"outside\":true},\"timeout\":\"PT1M30S\","
                        + "\"retry\":{\"attempts\":1,\"backoff\":\"PT0S\",\"multiplier\":1.25,\"maximum\":\"PT0.5S\","
                        + "\"jitter\":0.000010},\"schema\":" + SCHEMA + ",\"compensation\":\"cancel\"," + ON + "}");
    }

    @Test
    void onlyOperatorsSeeWhichProvidersThereAreAndWhoIsPassedOver() {
        OperationView view = view(
                "{\"provider\":[{\"queue\":\"couriers\"},{\"mailbox\":\"riders\"}]}",
                null,
                queue("couriers", null),
                new Provider(Address.mailbox("riders"), ENTERED.plusMillis(7)));
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"outside\":true}," + BY_DEFAULT + "," + ON + "}");
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":[{\"queue\":\"couriers\"},{\"mailbox\":\"riders\","
                        + "\"passedOverUntil\":\"2026-01-02T03:04:05.007Z\"}]," + BY_DEFAULT + "," + BY + "}");
    }

    @Test
    void onlyOperatorsSeeThePoolAndWhoHasRegisteredWithIt() {
        String definition = "{\"provider\":{\"pool\":\"couriers\"}}";
        OperationView view = view(definition, null, queue("a", ENTERED), queue("b", null));
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"outside\":true}," + BY_DEFAULT + "," + ON + "}");
        assertThat(shown(view, OPERATOR))
                .hasToString("{\"name\":\"book\",\"provider\":{\"pool\":\"couriers\",\"registered\":[{\"queue\":\"a\","
                        + "\"passedOverUntil\":\"2026-01-02T03:04:05.000Z\"},{\"queue\":\"b\"}]}," + BY_DEFAULT + ","
                        + BY + "}");
        assertThat(shown(view(definition, null), OPERATOR).getJsonObject("provider"))
                .hasToString("{\"pool\":\"couriers\",\"registered\":[]}");
    }

    @Test
    void whatWasReadCanBeWrittenAgain() {
        String definition = "{\"provider\":{\"pool\":\"couriers\"},\"schema\":" + SCHEMA + "}";
        OperationView view = view(definition, null, queue("a", ENTERED));
        assertThat(DefinitionReader.read("book", shown(view, OPERATOR).toString(), false))
                .isEqualTo(DefinitionReader.read("book", definition, false));
    }

    @Test
    void ofAProcessThereIsNothingButItsName() {
        String definition = "{\"provider\":{\"process\":\"deliver\"}}";
        OperationView view = view(definition, null);
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"process\":\"deliver\"}," + ON + "}");
        assertThat(DefinitionReader.read("book", shown(view, OPERATOR).toString(), false))
                .isEqualTo(DefinitionReader.read("book", definition, false));
    }

    @Test
    void theShapesOfTheDocumentAreWhatIsSent() {
        OperationView queue = view(
                "{\"provider\":{\"queue\":\"a\"},\"schema\":{},\"compensation\":\"cancel\","
                        + "\"compensable\":\"P7D\",\"outcome\":\"state\"}",
                null,
                queue("a", ENTERED));
        Set<String> sent = new LinkedHashSet<>(shown(queue, OPERATOR).keySet());
        sent.addAll(shown(view("{\"provider\":{\"bean\":true}}", new Method(null, "{}", "{}")), OPERATOR)
                .keySet());
        sent.addAll(shown(new OperationView(PROCESS), OPERATOR).keySet());
        assertThat(sent).containsExactlyInAnyOrderElementsOf(members(OperationBody.class));
        assertThat(shown(queue, OPERATOR).keySet()).containsAll(members(DefinitionBody.class));
        assertThat(shown(queue, OPERATOR).getJsonObject("retry").keySet())
                .containsExactlyElementsOf(members(DefinitionBody.Retry.class));
    }

    private static JsonObject shown(OperationView view, Caller caller) {
        return new OperationShape().body(view, caller);
    }

    private static OperationView view(String definition, ServedOperation method, Provider... providers) {
        Definition entered = DefinitionReader.read("book", definition, true);
        return new OperationView(
                "book", new WrittenDefinition<>("book", 7, "", entered, ENTERED, "olga"), method, List.of(providers));
    }

    private static Provider queue(String name, Instant passedOverUntil) {
        return new Provider(Address.queue(name), passedOverUntil);
    }

    private static List<String> members(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void aMethodSaysWhatItTakesAndGives() {
        OperationView view = new OperationView(
                "book", null, new Method(null, "{\"type\":\"object\"}", "{\"type\":\"array\"}"), List.of());
        assertThat(shown(view, PARTICIPANT))
                .hasToString("{\"name\":\"book\",\"provider\":{\"bean\":true},\"isolated\":true,"
                        + "\"schema\":{\"type\":\"object\"},\"replySchema\":{\"type\":\"array\"}}");
    }

    /** A method that is not called here. */
    private record Method(String compensation, String schema, String replySchema) implements ServedOperation {

        Method(String compensation) {
            this(compensation, null, null);
        }

        @Override
        public String name() {
            return "book";
        }

        @Override
        public boolean isolated() {
            return true;
        }

        @Override
        public Request read(String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String call(Request request, Exchange exchange) {
            throw new UnsupportedOperationException();
        }
    }
}
