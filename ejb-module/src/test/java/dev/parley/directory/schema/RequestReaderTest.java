package dev.parley.directory.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    private static final Jsonb JSONB = JsonBinding.create();
    private static Locale locale;
    private static Validator validator;

    public enum Colour {
        RED,
        GREEN
    }

    public record Replied(dev.parley.Answer<Line> answer) {}

    private static Type typeOf(Class<?> record) {
        return record.getRecordComponents()[0].getGenericType();
    }

    @Test
    void readsAnAnswerWithItsReply() {
        String body =
                "{\"operation\":\"o\",\"conversationId\":\"c\",\"correlationId\":\"k\",\"reply\":{\"item\":\"lamp\",\"quantity\":2}}";

        assertThat(reader(typeOf(Replied.class)).read(body))
                .isEqualTo(new dev.parley.Answer<>("o", "c", "k", null, new Line("lamp", 2), null));
    }

    @Test
    void readsAnAnswerWithAFault() {
        String body =
                "{\"operation\":\"o\",\"conversationId\":\"c\",\"correlationId\":\"k\",\"state\":\"s\",\"fault\":{\"type\":\"t\"}}";

        var answer = (dev.parley.Answer<?>) reader(typeOf(Replied.class)).read(body);

        assertThat(answer.reply()).isNull();
        assertThat(answer.fault().getString("type")).isEqualTo("t");
    }

    public record Undone(dev.parley.Undo<Line, Plain> undo) {}

    @Test
    void readsWhatIsToBeUndone() {
        String done = "{\"request\":{\"item\":\"lamp\",\"quantity\":2},\"reply\":null,\"outcome\":\"unknown\"}";

        var undo = (dev.parley.Undo<?, ?>) reader(typeOf(Undone.class)).read(done);

        assertThat(undo).isEqualTo(new dev.parley.Undo<>(new Line("lamp", 2), null, "unknown"));
        assertThat(undo.isUnknown()).isTrue();
    }

    public record Line(@NotBlank String item, @Positive int quantity) {}

    public record Order(
            @NotNull String customer,
            List<@Valid Line> lines,
            Map<String, @Valid Line> extras,
            Colour colour,
            BigDecimal price,
            boolean urgent) {}

    public record Plain(
            String text,
            int whole,
            long big,
            double real,
            boolean flag,
            Integer boxed,
            List<String> list,
            Optional<String> maybe,
            OptionalInt maybeInt) {}

    @BeforeAll
    static void english() {
        locale = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        validator = Validation.buildDefaultValidatorFactory().getValidator();
    }

    @AfterAll
    static void back() {
        Locale.setDefault(locale);
    }

    @Test
    void aGoodBodyBecomesTheRecord() {
        Object order = read(
                Order.class,
                """
                {"customer": "ada", "lines": [{"item": "tea", "quantity": 2}], "colour": "GREEN", "price": 1.50,
                 "urgent": true, "extras": {"gift": {"item": "cup", "quantity": 1}}, "unknown": [1, {"x": 2}]}
                """);
        assertThat(order)
                .isEqualTo(new Order(
                        "ada",
                        List.of(new Line("tea", 2)),
                        Map.of("gift", new Line("cup", 1)),
                        Colour.GREEN,
                        new BigDecimal("1.50"),
                        true));
    }

    @Test
    void whatIsMissingOrNullIsNullOrEmpty() {
        String body = "{\"whole\": 1, \"big\": 2, \"real\": 3, \"flag\": true, \"text\": null}";
        assertThat(read(Plain.class, body))
                .isEqualTo(new Plain(null, 1, 2, 3, true, null, null, Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void allViolationsAreReportedTogether() {
        Refusal refusal = refused(
                Order.class,
                """
                {"lines": [{"item": "tea", "quantity": "2"}, {"item": "", "quantity": 0}, {"quantity": 1}, 7],
                 "extras": {"a/b": {"item": "cup", "quantity": 1.5}}, "colour": "BLUE", "price": "1", "urgent": null}
                """);
        assertThat(refusal.problem().name()).isEqualTo("body-invalid");
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().violations())
                .extracting(Violation::field, Violation::expected)
                .containsExactlyInAnyOrder(
                        tuple("/customer", "a text, which is required"),
                        tuple("/lines/0/quantity", "an integer from -2147483648 to 2147483647"),
                        tuple("/lines/1/item", "must have at least 1 character"),
                        tuple("/lines/1/quantity", "must be greater than 0"),
                        tuple("/lines/2/item", "a text, which is required"),
                        tuple("/lines/3", "an object"),
                        tuple("/extras/a~1b/quantity", "an integer from -2147483648 to 2147483647"),
                        tuple("/colour", "one of RED, GREEN"),
                        tuple("/price", "a number"),
                        tuple("/urgent", "true or false, which is required"));
    }

    public record Node(String name, List<Node> children) {}

    @Test
    void aRecordMayHoldItself() {
        assertThat(read(Node.class, "{\"name\": \"a\", \"children\": [{\"name\": \"b\"}]}"))
                .isEqualTo(new Node("a", List.of(new Node("b", null))));
        assertThat(violations(Node.class, "{\"children\": [{\"children\": [{\"name\": 1}]}]}"))
                .containsExactly(new Violation("/children/0/children/0/name", "a text"));
    }

    public record Pair(Line first, Line second) {}

    @Test
    void aRecordMayBeUsedTwice() {
        assertThat(violations(Pair.class, "{\"first\": 1, \"second\": {\"item\": 1, \"quantity\": 1}}"))
                .containsExactlyInAnyOrder(
                        new Violation("/first", "an object"), new Violation("/second/item", "a text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"a\"", "true"})
    void theBodyIsAnObject(String body) {
        assertThat(violations(Order.class, body)).containsExactly(new Violation("", "an object"));
        assertThat(violations(JsonObject.class, body)).containsExactly(new Violation("", "an object"));
    }

    @Test
    void jsonObjectsPassAsTheyAre() {
        JsonObject json = (JsonObject) read(JsonObject.class, "{\"a\": [1, null]}");
        assertThat(json.getJsonArray("a")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,, }     | line 1, column 9",
                "{\"a\": 1} {}     | line 1, column 10",
                "{\"a\": 1, \"a\": 2} | Duplicate field 'a'",
                "{\"a\": NaN}      | line 1",
                "{'a': 1}          | line 1, column 2",
                "{\"a\": 1e999999999} | exponent",
                "{\"a\": 1e-999999999} | exponent",
                "{\"a\": 1e2147483647} | exponent",
                "{\"a\": 1e2147483648} | exponent",
                "{\"a\": -1.5E-2147483649} | exponent",
                "{\"a\": 1e99999999999999999999} | exponent",
                "{\"a\": 1} x      | line 1",
                "{\"a\":           | line 1",
            })
    void whatIsNotJsonIsRefusedWithThePlace(String body, String detail) {
        Refusal refusal = refused(JsonObject.class, body);
        assertThat(refusal.problem().name()).isEqualTo("body-not-json");
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().detail()).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void anEmptyBodyIsNotJson(String body) {
        assertThat(refused(JsonObject.class, body).problem().detail()).contains("empty");
    }

    @Test
    void hostileJsonIsRefused() {
        assertThat(notJson("{\"a\":" + "[".repeat(100_000))).isTrue();
        assertThat(notJson("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")).isTrue();
        assertThat(notJson("{\"a\":" + "1".repeat(101) + "}")).isTrue();
        assertThat(read(JsonObject.class, "{\"a\":" + "[".repeat(199) + "]".repeat(199) + "}"))
                .isNotNull();
        assertThat(read(JsonObject.class, "{\"a\":" + "1".repeat(100) + ", \"b\": 1e308}"))
                .isNotNull();
    }

    @Test
    void aMillionViolationsAreNotListed() {
        String body = "{\"list\": [" + "1,".repeat(10_000) + "1]}";
        assertThat(violations(Plain.class, body)).hasSize(100);
    }

    public record Times(
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            LocalDateTime local,
            LocalDate date,
            LocalTime time,
            Duration duration,
            Period period,
            ZoneId zone,
            UUID uuid,
            URI uri) {}

    @Test
    void javaTimeUuidAndUriAreRead() {
        Times times = (Times)
                read(
                        Times.class,
                        """
                {"instant": "2026-01-31T12:00:00Z", "offset": "2026-01-31T12:00:00+01:00",
                 "zoned": "2026-01-31T12:00:00+01:00[Europe/Paris]", "local": "2026-01-31T12:00:00", "date": "2026-01-31",
                 "time": "12:00:00", "duration": "PT30S", "period": "P1M10D", "zone": "Europe/Paris",
                 "uuid": "018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a", "uri": "https://example.org/a"}
                """);
        assertThat(times.instant()).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(times.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(times.uuid()).hasToString("018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a");
    }

    @ParameterizedTest
    @CsvSource({
        "instant, a date-time such as 2026-01-31T12:00:00Z",
        "offset, a date-time such as 2026-01-31T12:00:00+01:00",
        "zoned, a date-time such as 2026-01-31T12:00:00+01:00[Europe/Paris]",
        "local, a date-time without zone such as 2026-01-31T12:00:00",
        "date, a date such as 2026-01-31",
        "time, a time such as 12:00:00",
        "duration, a duration such as PT30S",
        "period, a period such as P1M10D",
        "zone, a time zone such as Europe/Paris",
        "uuid, a UUID such as 018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a",
        "uri, a URI such as https://example.org/a",
    })
    void badValuesSayWhatIsExpected(String field, String expected) {
        Violation violation = new Violation("/" + field, expected);
        assertThat(violations(Times.class, "{\"" + field + "\": \"to morrow\"}"))
                .containsExactly(violation);
        assertThat(violations(Times.class, "{\"" + field + "\": 5}")).containsExactly(violation);
    }

    public record Numbers(
            byte tiny,
            short small,
            Integer whole,
            Long big,
            BigInteger huge,
            Float single,
            BigDecimal exact,
            char letter) {}

    private static final String MINIMAL = "{\"tiny\": 1, \"small\": 1, \"letter\": \"a\", ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole | 2147483648          | an integer from -2147483648 to 2147483647",
                "whole | 1.0                 | an integer from -2147483648 to 2147483647",
                "whole | 1e2                 | an integer from -2147483648 to 2147483647",
                "big   | 9223372036854775808 | an integer from -9223372036854775808 to 9223372036854775807",
                "huge  | 1.5                 | an integer",
                "huge  | 1e300               | an integer",
                "exact | true                | a number",
                "single| \"1\"               | a number",
            })
    void numbersOutOfRangeAreRefused(String field, String value, String expected) {
        assertThat(violations(Numbers.class, MINIMAL + "\"" + field + "\": " + value + "}"))
                .containsExactly(new Violation("/" + field, expected));
    }

    @Test
    void numbersInRangeAreRead() {
        String body = MINIMAL
                + "\"whole\": -2147483648, \"big\": 9223372036854775807, \"huge\": 92233720368547758070, \"exact\": 1e2}";
        assertThat(read(Numbers.class, body))
                .isEqualTo(new Numbers(
                        (byte) 1,
                        (short) 1,
                        Integer.MIN_VALUE,
                        Long.MAX_VALUE,
                        new BigInteger("92233720368547758070"),
                        null,
                        new BigDecimal("1e2"),
                        'a'));
        assertThat(violations(Numbers.class, "{\"tiny\": 128, \"small\": 40000, \"letter\": \"ab\"}"))
                .containsExactlyInAnyOrder(
                        new Violation("/tiny", "an integer from -128 to 127"),
                        new Violation("/small", "an integer from -32768 to 32767"),
                        new Violation("/letter", "one character"));
    }

    public record Constrained(
            @Size(min = 2, max = 3) String text,
            @NotEmpty @Size(max = 2) List<@NotBlank String> list,
            @Min(1) @Max(10) Integer whole,
            @DecimalMin("0.5") BigDecimal exact,
            @DecimalMin(value = "0.5", inclusive = false) BigDecimal above) {}

    @Test
    void constraintsOfBeanValidationAreInTheSchema() {
        assertThat(violations(Constrained.class, "{\"text\": \"a\", \"list\": [], \"whole\": 0, \"exact\": 0.4}"))
                .containsExactlyInAnyOrder(
                        new Violation("/text", "must have at least 2 characters"),
                        new Violation("/list", "must have at least 1 item"),
                        new Violation("/whole", "must be greater than or equal to 1"),
                        new Violation("/exact", "must be greater than or equal to 0.5"));
        assertThat(violations(
                        Constrained.class,
                        "{\"text\": \"abcd\", \"list\": [\"a\", \"b\", \"c\"], \"whole\": 11, \"above\": 0.5}"))
                .containsExactlyInAnyOrder(
                        new Violation("/text", "must have at most 3 characters"),
                        new Violation("/list", "must have at most 2 items"),
                        new Violation("/whole", "must be less than or equal to 10"),
                        new Violation("/above", "must be greater than 0.5"));
    }

    public record Late(
            @Pattern(regexp = "[a-z]+") String word,
            @NotNull(message = "is needed") String own,
            List<@Valid Inner> inner,
            Map<String, @Size(min = 2, message = "is too short") String> texts,
            @JsonbProperty("Renamed") @Valid Inner other) {}

    public record Inner(
            @JsonbProperty("e-mail") @Pattern(regexp = ".+@.+", message = "must be an e-mail address") String mail) {}

    @Test
    void whatASchemaCannotSayIsCheckedByBeanValidation() {
        String body =
                """
                {"word": "1", "inner": [{"e-mail": "a@b"}, {"e-mail": "x"}], "texts": {"a/b": "c"}, "Renamed": {"e-mail": "y"}}
                """;
        assertThat(violations(Late.class, body))
                .containsExactly(
                        new Violation("/Renamed/e-mail", "must be an e-mail address"),
                        new Violation("/inner/1/e-mail", "must be an e-mail address"),
                        new Violation("/own", "is needed"),
                        new Violation("/texts/a~1b", "is too short"),
                        new Violation("/word", "must match \"[a-z]+\""));
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record Special(
            @JsonbProperty("given-name") String givenName,
            @JsonbTransient String secret,
            @JsonbDateFormat("dd.MM.yyyy") LocalDate day,
            Set<Colour> colours,
            int[] counts) {}

    @Test
    void annotationsOfJsonBindingAreKept() {
        Special special = (Special) read(
                Special.class,
                "{\"given-name\": \"ada\", \"day\": \"31.01.2026\", \"colours\": [\"RED\"], \"counts\": [1, 2]}");
        assertThat(special.givenName()).isEqualTo("ada");
        assertThat(special.day()).isEqualTo("2026-01-31");
        assertThat(special.colours()).containsExactly(Colour.RED);
        assertThat(special.counts()).containsExactly(1, 2);
        assertThat(violations(Special.class, "{\"given-name\": 1, \"colours\": [\"BLUE\"], \"counts\": [true]}"))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("/given-name", "/colours/0", "/counts/0");
        assertThat(violations(Special.class, "{\"day\": \"2026-01-31\"}"))
                .extracting(Violation::field)
                .containsExactly("");
    }

    public record Checked(int from, int to) {
        public Checked {
            if (from > to) {
                throw new IllegalArgumentException("'from' must not be after 'to'");
            }
        }
    }

    @Test
    void whatTheRecordItselfRefusesIsAViolation() {
        assertThat(violations(Checked.class, "{\"from\": 2, \"to\": 1}"))
                .containsExactly(new Violation("", "'from' must not be after 'to'"));
    }

    @Test
    void theSchemaIsDraft2020() {
        assertThat(RequestSchema.of(Order.class).json().path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    private static Object read(Type type, String body) {
        return reader(type).read(body);
    }

    private static RequestReader reader(Type type) {
        return new RequestReader("test", type, RequestSchema.of(type), JSONB, validator);
    }

    private static Refusal refused(Type type, String body) {
        return catchThrowableOfType(Refusal.class, () -> read(type, body));
    }

    private static boolean notJson(String body) {
        return refused(JsonObject.class, body).problem().name().equals("body-not-json");
    }

    private static List<Violation> violations(Type type, String body) {
        Refusal refusal = refused(type, body);
        assertThat(refusal).as("nothing was refused").isNotNull();
        assertThat(refusal.problem().name()).isEqualTo("body-invalid");
        return refusal.problem().violations();
    }
}
