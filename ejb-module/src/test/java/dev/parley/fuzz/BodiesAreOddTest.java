package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.directory.Definition;
import dev.parley.directory.DefinitionReader;
import dev.parley.directory.schema.EnteredSchema;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.directory.schema.RequestReader;
import dev.parley.directory.schema.RequestSchema;
import dev.parley.directory.schema.SchemaRules;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Caller;
import dev.parley.message.JsonText;
import dev.parley.relay.AnswerReader;
import dev.parley.relay.LocksReader;
import dev.parley.relay.ReceptionReader;
import dev.parley.relay.SendingPolicy;
import dev.parley.relay.SendingReader;
import dev.parley.relay.mailbox.MailboxDefinitionReader;
import dev.parley.renewal.GrantWishReader;
import dev.parley.renewal.PingAnswerReader;
import dev.parley.renewal.PoolDefinitionReader;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever reads a body takes it or refuses it, whatever it is: anything else that is thrown would be an internal error
 * over HTTP, and a message without end over JMS. How many are tried {@link TakenOrRefused} says.
 */
class BodiesAreOddTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final AddressPolicy ADDRESSES = new AddressPolicy(List.of("reply.*"));

    public enum Colour {
        RED
    }

    public record Part(@Size(max = 5) String name, @Positive int count, List<@Valid Part> parts) {}

    public record Order(
            @NotNull String customer,
            List<@Valid Part> parts,
            Map<String, @Valid Part> extras,
            Colour colour,
            @DecimalMin("0.5") @Digits(integer = 5, fraction = 2) BigDecimal price,
            BigInteger number,
            double real,
            long big,
            byte small,
            Optional<Instant> at,
            ZonedDateTime zoned,
            Duration within,
            UUID id,
            URI link,
            List<Character> letters,
            Object anything) {}

    private static final List<String> ORDERS = List.of(
            "{\"customer\": \"ada\", \"parts\": [{\"name\": \"tea\", \"count\": 2, \"parts\": [{\"count\": 1}]}],"
                    + " \"price\": 1.50}",
            "{\"customer\": \"ada\", \"extras\": {\"a/b\": {\"name\": \"cup\", \"count\": 1}}, \"colour\": \"RED\","
                    + " \"number\": 12, \"real\": 1.5e3, \"big\": 1, \"small\": 1, \"at\": \"2026-01-31T12:00:00Z\","
                    + " \"anything\": {\"x\": [1.0e5]}}",
            "{\"customer\": \"a\", \"zoned\": \"2026-01-31T12:00:00+01:00[Europe/Paris]\", \"within\": \"PT30S\","
                    + " \"id\": \"018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a\", \"link\": \"https://example.org/a\","
                    + " \"letters\": [\"a\"]}");

    private static final List<String> DEFINITIONS = List.of(
            "{\"provider\": {\"queue\": \"couriers\"}, \"timeout\": \"PT1M\", \"retry\": {\"attempts\": 3,"
                    + " \"backoff\": \"PT1S\", \"multiplier\": 2.0, \"maximum\": \"PT1M\", \"jitter\": 0.5},"
                    + " \"compensation\": \"undo\"}",
            "{\"provider\": [{\"queue\": \"a\"}, {\"mailbox\": \"b\"}], \"schema\": {\"type\": \"object\","
                    + " \"properties\": {\"a\": {\"$ref\": \"#/$defs/x\"}, \"b\": {\"items\": {\"$ref\": \"#\"},"
                    + " \"maxItems\": 3}}, \"required\": [\"a\"], \"$defs\": {\"x\": {\"pattern\": \"^a+$\","
                    + " \"maxLength\": 9}}}}",
            "{\"provider\": {\"pool\": \"p\"}, \"schema\": {\"anyOf\": [{\"type\": \"number\", \"multipleOf\": 0.5},"
                    + " {\"enum\": [1, \"a\", null]}], \"not\": {\"const\": {\"a\": 1.0}}, \"if\": {\"format\":"
                    + " \"date-time\"}, \"then\": {\"format\": \"uuid\"}}}",
            "{\"provider\": {\"bean\": true}}");

    private static Named<Consumer<String>> reader(String name, Consumer<String> reader) {
        return Named.of(name, reader);
    }

    private static Named<Consumer<String>> operation(String name, Type type) {
        RequestReader reader = new RequestReader("test", type, RequestSchema.of(type), JsonBinding.create(), VALIDATOR);
        return reader(name, reader::read);
    }

    static List<Named<Consumer<String>>> readersOfRequests() {
        return List.of(
                reader("any JSON", JsonText::parse),
                reader("JSON with nulls", JsonText::parseExactly),
                operation("a record", Order.class),
                operation("a JSON object", JsonObject.class),
                operation("an answer", AnswerOfOrder.class.getRecordComponents()[0].getGenericType()));
    }

    public record AnswerOfOrder(dev.parley.Answer<Order> answer) {}

    static List<Named<Consumer<String>>> readersOfOthers() {
        Caller ann = new Caller("ann", false);
        return List.of(
                reader("messages for a mailbox", text -> new SendingPolicy(100_000, ADDRESSES)
                        .check(SendingReader.read(ann, "orders", text, "key"))),
                reader("locks", LocksReader::read),
                reader("a reception", ReceptionReader::read),
                reader("an answer", AnswerReader::read),
                reader("a mailbox", text -> MailboxDefinitionReader.read("orders", text, "ann")),
                reader("a pool", text -> PoolDefinitionReader.read("desks", text)),
                reader("a wish", text -> GrantWishReader.read(text, ADDRESSES, null)),
                reader("an answer to a ping", PingAnswerReader::read));
    }

    private static final List<String> OTHERS = List.of(
            "{\"messageId\":\"m\",\"type\":\"t\",\"body\":{\"a\":"
                    + " [1.5]},\"correlationId\":\"k\",\"conversationId\":\"c\",\"replyTo\":\"mailbox:r\","
                    + "\"faultTo\":\"queue:reply.f\",\"group\":\"g\",\"delay\":\"PT1S\",\"timeToLive\":\"PT2S\"}",
            "{\"messages\":[{\"body\":1,\"type\":\"t\"},{\"contentType\":\"image/png\",\"body\":\"AA==\"}]}",
            "{\"locks\":[\"a\",\"b\"],\"extend\":\"PT1M\",\"deadLetter\":true,\"reason\":\"r\"}",
            "{\"acknowledge\":[\"a\"],\"limit\":3,\"wait\":\"PT1S\"}",
            "{\"kind\":\"Reply\",\"type\":\"t\",\"body\":{},\"lock\":\"a\"}",
            "{\"senders\":[\"bob\"],\"receivers\":[\"ann\"],\"lockTime\":\"PT30S\",\"maxDeliveries\":3,\"capacity\":10,\"order\":\"fifo\"}",
            "{\"capacity\":3,\"resources\":[\"a\"],\"holders\":[\"bob\"],\"period\":\"PT1M\",\"pings\":3,\"lease\":\"PT1M\"}",
            "{\"pingTo\":\"queue:reply.a\",\"wait\":\"PT1S\"}",
            "{\"pingId\":\"g.1\"}");

    @ParameterizedTest
    @MethodSource("readersOfRequests")
    void requestsAreTakenOrRefused(Consumer<String> reader) {
        TakenOrRefused.take(reader, ORDERS);
    }

    @ParameterizedTest
    @MethodSource("readersOfOthers")
    void whatIsSaidOfMailAndGrantsIsTakenOrRefused(Consumer<String> reader) {
        TakenOrRefused.take(reader, OTHERS);
    }

    @ParameterizedTest
    @MethodSource("readersOfDefinitions")
    void definitionsAreTakenOrRefused(Consumer<String> reader) {
        TakenOrRefused.take(reader, DEFINITIONS);
    }

    static List<Named<Consumer<String>>> readersOfDefinitions() {
        OddTexts bodies = new OddTexts(TakenOrRefused.SEED);
        return List.of(
                reader("a definition, and bodies for it", text -> {
                    Definition definition = DefinitionReader.read("test", text, true);
                    if (definition.schema() != null) {
                        checkOne(new EnteredSchema(definition.schema()), bodies);
                    }
                }),
                reader("a schema, and bodies for it", text -> {
                    var json = JsonText.parseExactly(text);
                    var schema = json.has("schema") ? json.get("schema") : json;
                    if (SchemaRules.violations(schema, "").isEmpty()) {
                        checkOne(new EnteredSchema(schema), bodies);
                    }
                }));
    }

    private static void checkOne(EnteredSchema schema, OddTexts bodies) {
        assertThat(schema.check(JsonText.parseExactly(bodies.spoilt(ORDERS)))).hasSizeLessThanOrEqualTo(100);
    }
}
