package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reader of how a gathering is completed, as JSON and as one text with commas. */
public final class CompletionReader {

    /** The members of an object that this reads. */
    public static final String COMPLETE = "complete";

    /** The member with the number of replies that there must be. */
    public static final String AT_LEAST = "atLeast";

    /** What is expected, for error messages. */
    public static final String EXPECTED =
            "all, first, quorum:N, idle:DURATION, {\"operation\": NAME}, or {\"any\": […]}" + " of these; N from 1 to "
                    + Criterion.MOST;

    private static final int MOST_CRITERIA = 10;

    private CompletionReader() {}

    /**
     * The completion that the members {@code complete} and {@code atLeast} of an object say.
     *
     * @param byDefault the completion of which they say nothing
     */
    public static Completion read(Fields fields, Completion byDefault) {
        JsonNode given = fields.given(COMPLETE);
        List<Criterion> any = given == null ? byDefault.any() : criteria(given).orElse(List.of());
        if (given != null && any.isEmpty()) {
            fields.refuse(COMPLETE, EXPECTED);
        }
        int most = most(any);
        int usual = given == null ? byDefault.atLeast() : Completion.least(any);
        return new Completion(any, fields.whole(AT_LEAST, Math.min(usual, most), 0, most));
    }

    /** More than that cannot be there when it is complete. */
    private static int most(List<Criterion> any) {
        return any.stream()
                .mapToInt(criterion -> criterion.least() == 0 ? Criterion.MOST : criterion.least())
                .min()
                .orElse(Criterion.MOST);
    }

    /**
     * The completion that texts say.
     *
     * @param complete criteria, with commas between them; null for the default
     * @param atLeast how many replies there must be; null for the default
     * @return empty if they are not what they have to be
     */
    public static Optional<Completion> read(
            @Nullable String complete, @Nullable Integer atLeast, Completion byDefault) {
        List<Criterion> any = complete == null ? byDefault.any() : texts(complete);
        if (complete != null && any.isEmpty()) {
            return Optional.empty();
        }
        int usual = complete == null ? byDefault.atLeast() : Completion.least(any);
        int least = atLeast == null ? usual : atLeast;
        return least < 0 || least > most(any) ? Optional.empty() : Optional.of(new Completion(any, least));
    }

    private static List<Criterion> texts(String joined) {
        List<Criterion> any = new ArrayList<>();
        for (String text : joined.split(",", MOST_CRITERIA + 1)) {
            Optional<Criterion> one = Criterion.of(text.strip());
            if (one.isEmpty() || any.size() == MOST_CRITERIA) {
                return List.of();
            }
            any.add(one.get());
        }
        return any;
    }

    private static Optional<List<Criterion>> criteria(JsonNode given) {
        if (given.isTextual()) {
            return Optional.of(texts(given.textValue())).filter(any -> !any.isEmpty());
        }
        JsonNode many = given.path("any");
        if (!many.isArray() || given.size() != 1) {
            return criterion(given).map(List::of);
        }
        List<Criterion> any = new ArrayList<>();
        for (JsonNode each : many) {
            Optional<Criterion> one = criterion(each);
            if (one.isEmpty() || any.size() == MOST_CRITERIA) {
                return Optional.empty();
            }
            any.add(one.get());
        }
        return Optional.of(any);
    }

    private static Optional<Criterion> criterion(JsonNode given) {
        if (given.isTextual()) {
            return Criterion.of(given.textValue());
        }
        JsonNode operation = given.path("operation");
        boolean isOperation = given.isObject()
                && given.size() == 1
                && operation.isTextual()
                && Criterion.isOperation(operation.textValue());
        return isOperation ? Optional.of(new Criterion.Enough(operation.textValue())) : Optional.empty();
    }
}
