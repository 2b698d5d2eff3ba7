package dev.parley.web;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** The form of stored values in an answer. */
public final class JsonValues {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private JsonValues() {}

    /** A time in UTC, always with milliseconds. */
    public static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    /** JSON text as what it says; any other text as a string. */
    public static JsonValue json(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            return parser.hasNext() ? Json.createValue(text) : value;
        } catch (RuntimeException e) {
            // Also what parsers refuse for their own limits, which they say in exceptions of their own
            return Json.createValue(text);
        }
    }
}
