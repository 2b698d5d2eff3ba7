package dev.parley.web;

import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The page of a list that is asked for. A parameter without a value is as if it were not there. */
public class PageParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");

    @QueryParam("after")
    @Parameter(description = "The cursor that the page before gave as its next.")
    @Nullable
    String after;

    @QueryParam("limit")
    @Parameter(
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Nullable
    String limit;

    /** The cursor; null for the first page. */
    @Nullable
    public String cursor() {
        return given(after);
    }

    /**
     * The number of items at most, 1 to 200; 50 if it is not given.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    public int size() {
        String text = given(limit);
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int size = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (size < 1 || size > MAX_LIMIT) {
            throw invalid("limit", List.of("1 to " + MAX_LIMIT));
        }
        return size;
    }

    /** The value of a parameter; null if it is not there, or blank. */
    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * One of the values of an enumeration; null if none is given.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    public static <E extends Enum<E>> @Nullable E oneOf(E[] values, String parameter, @Nullable String text) {
        String name = given(text);
        if (name == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        invalid(parameter, Arrays.stream(values).map(Enum::name).toList()));
    }

    /**
     * A text that a database can look for; null if nothing is given.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    public static @Nullable String findable(String parameter, @Nullable String text, String what) {
        String given = given(text);
        if (given != null && given.indexOf('\0') >= 0) {
            throw invalid(parameter, List.of(what));
        }
        return given;
    }

    /** The refusal {@code parameter-invalid} of a parameter, with the values that are allowed. */
    public static Refusal invalid(String parameter, List<String> allowed) {
        return new Refusal(new Problem(
                CommonProblem.PARAMETER_INVALID,
                "The query parameter " + parameter + " must be one of: " + String.join(", ", allowed) + ".",
                List.of(),
                Map.of("parameter", parameter, "allowed", allowed)));
    }
}
