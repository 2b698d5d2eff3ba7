package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values that JSON has no type for, checked with what JSON-B reads them with, so that the schema refuses what JSON-B
 * would.
 *
 * @param label the value of the schema's keyword {@code format}
 * @param jsonType which JSON values it is written as: integer or string
 * @param expected what it is, for people
 * @param types the Java types that are written so
 * @param check true if a value of that JSON type is one
 */
record ValueFormat(String label, String jsonType, String expected, Set<Class<?>> types, Predicate<JsonNode> check) {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    static final List<ValueFormat> ALL = List.of(
            integer("int8", Byte.MIN_VALUE, Byte.MAX_VALUE, byte.class, Byte.class),
            integer("int16", Short.MIN_VALUE, Short.MAX_VALUE, short.class, Short.class),
            integer("int32", Integer.MIN_VALUE, Integer.MAX_VALUE, int.class, Integer.class, OptionalInt.class),
            integer("int64", Long.MIN_VALUE, Long.MAX_VALUE, long.class, Long.class, OptionalLong.class),
            // To a schema 1.0 is an integer, to JSON-B it is not.
            new ValueFormat("integer", "integer", "an integer", Set.of(BigInteger.class), JsonNode::isIntegralNumber),
            text("char", "one character", s -> s.length() == 1, char.class, Character.class),
            parsed("instant", "a date-time such as 2026-01-31T12:00:00Z", Instant::parse, Instant.class),
            parsed(
                    "date-time",
                    "a date-time such as 2026-01-31T12:00:00+01:00",
                    OffsetDateTime::parse,
                    OffsetDateTime.class),
            parsed(
                    "zoned-date-time",
                    "a date-time such as 2026-01-31T12:00:00+01:00[Europe/Paris]",
                    ZonedDateTime::parse,
                    ZonedDateTime.class),
            parsed(
                    "local-date-time",
                    "a date-time without zone such as 2026-01-31T12:00:00",
                    LocalDateTime::parse,
                    LocalDateTime.class),
            parsed("date", "a date such as 2026-01-31", LocalDate::parse, LocalDate.class),
            parsed("local-time", "a time such as 12:00:00", LocalTime::parse, LocalTime.class),
            parsed("time", "a time such as 12:00:00+01:00", OffsetTime::parse, OffsetTime.class),
            parsed("duration", "a duration such as PT30S", Duration::parse, Duration.class),
            parsed("period", "a period such as P1M10D", Period::parse, Period.class),
            parsed("zone", "a time zone such as Europe/Paris", ZoneId::of, ZoneId.class),
            text(
                    "uuid",
                    "a UUID such as 018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a",
                    UUID_TEXT.asMatchPredicate(),
                    UUID.class),
            parsed("uri-reference", "a URI such as https://example.org/a", URI::create, URI.class));

    private static final Map<String, ValueFormat> BY_LABEL =
            ALL.stream().collect(Collectors.toMap(ValueFormat::label, Function.identity()));

    /** True if the value is one, and for a value of another JSON type, which {@code type} refuses. */
    boolean matches(JsonNode value) {
        boolean applies = jsonType.equals("integer") ? value.isNumber() : value.isTextual();
        return !applies || check.test(value);
    }

    static Optional<ValueFormat> of(Class<?> type) {
        return ALL.stream().filter(format -> format.types.contains(type)).findFirst();
    }

    static Optional<ValueFormat> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    private static ValueFormat integer(String label, long minimum, long maximum, Class<?>... types) {
        String expected = "an integer from " + minimum + " to " + maximum;
        Predicate<JsonNode> check = value -> value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= minimum
                && value.longValue() <= maximum;
        return new ValueFormat(label, "integer", expected, Set.of(types), check);
    }

    private static ValueFormat text(String label, String expected, Predicate<String> check, Class<?>... types) {
        return new ValueFormat(label, "string", expected, Set.of(types), value -> check.test(value.textValue()));
    }

    private static ValueFormat parsed(String label, String expected, Consumer<String> parser, Class<?> type) {
        return text(label, expected, value -> isParsed(parser, value), type);
    }

    private static boolean isParsed(Consumer<String> parser, String value) {
        try {
            parser.accept(value);
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }
}
