package dev.parley.conversation.gathering;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The choice among the replies of a gathering.
 *
 * @param label its name on the wire
 * @param number where the number is by which one is taken; null if all are, or an operation chooses
 * @param most true if the greatest number is taken, false if the least
 * @param operation the operation that chooses; null for none
 */
public record Take(String label, @Nullable JsonPointer number, boolean most, @Nullable String operation) {

    /** No choice: all are taken. */
    public static final Take ALL = new Take("all", null, false, null);

    /** What is expected, for error messages. */
    public static final String EXPECTED =
            "all, least:POINTER or most:POINTER, such as least:/price, or {\"operation\": NAME}";

    private static final String OPERATION = "operation:";
    private static final Pattern CHOICE = Pattern.compile("(least|most):(/.{0,200})");

    /** The choice by an operation. */
    public static Take by(String operation) {
        return new Take(OPERATION + operation, null, false, operation);
    }

    /** The choice that a label stands for which was stored, whatever may be in it by now. */
    static Optional<Take> ofStored(String label) {
        Optional<Take> readable = of(label);
        return readable.isEmpty() && label.startsWith(OPERATION)
                ? Optional.of(by(label.substring(OPERATION.length())))
                : readable;
    }

    /** The choice of that name on the wire, if it is one. */
    public static Optional<Take> of(String label) {
        Matcher choice = CHOICE.matcher(label);
        if (label.equals(ALL.label())) {
            return Optional.of(ALL);
        }
        if (label.startsWith(OPERATION) && label.length() > OPERATION.length() && Criterion.isOperation(label)) {
            return Optional.of(by(label.substring(OPERATION.length())));
        }
        if (!choice.matches()) {
            return Optional.empty();
        }
        try {
            JsonPointer number = JsonPointer.compile(choice.group(2));
            return Optional.of(new Take(label, number, choice.group(1).equals("most"), null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The reply that is taken: of those with the same number the one that came first. Empty if none has a number. */
    Optional<GatheredAnswer> from(List<GatheredAnswer> replies) {
        JsonPointer where = number;
        if (where == null) {
            return Optional.empty();
        }
        Comparator<GatheredAnswer> byNumber =
                Comparator.comparing(reply -> at(reply, where).decimalValue());
        return replies.stream().filter(reply -> at(reply, where).isNumber()).min(most ? byNumber.reversed() : byNumber);
    }

    private static JsonNode at(GatheredAnswer reply, JsonPointer where) {
        return reply.body().at(where);
    }
}
