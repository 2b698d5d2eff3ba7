package dev.parley.directory.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What it may cost to check one body. In a schema that somebody else wrote a regular expression can backtrack, and a
 * schema can apply itself twice to each member of a value, without end; whoever has spent all is given up. It also
 * counts what the check has added to the compiled schema.
 */
final class Budget {

    /** Characters that patterns look at; some hundredths of a second. */
    private static final int MOST_CHARACTERS = 5_000_000;

    /** Keywords that are applied, whatever the body is; some hundredths of a second. */
    private static final long KEYWORDS = 200_000;

    /** Keywords for each value in the body: a large one has more to be looked at. */
    private static final long KEYWORDS_OF_A_VALUE = 100;

    private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

    private final @Nullable JsonNode body;
    private int characters = MOST_CHARACTERS;
    private long keywords;
    private boolean isExtended;
    private int added;

    private Budget(@Nullable JsonNode body, long keywords) {
        this.body = body;
        this.keywords = keywords;
    }

    /** What the check of a body may cost whose schema somebody else wrote. */
    static Budget of(JsonNode body) {
        return new Budget(body, KEYWORDS);
    }

    /** What may cost so many keywords at most. */
    static Budget of(long keywords) {
        return new Budget(null, keywords);
    }

    /** Thrown when nothing is left. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String wanted;

        Exhausted(String wanted) {
            super(wanted, null, false, false);
            this.wanted = wanted;
        }

        /** What would have cost less, for people. */
        String wanted() {
            return wanted;
        }
    }

    /** The budget of what this thread does. */
    static Budget current() {
        Budget budget = CURRENT.get();
        if (budget == null) {
            throw new IllegalStateException("Whatever has no budget could run without end");
        }
        return budget;
    }

    /** Does what may cost as much, and no more. */
    <T> T spentOn(Supplier<T> work) {
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** A pattern looks at a character. */
    void look() {
        if (--characters < 0) {
            throw new Exhausted("texts that the patterns of the schema are soon done with");
        }
    }

    /** So many keywords are applied, or something that costs as much. */
    void apply(int times) {
        keywords -= times;
        if (keywords < 0 && !isExtended && body != null) {
            isExtended = true;
            keywords += KEYWORDS_OF_A_VALUE * values(body);
        }
        if (keywords < 0) {
            throw new Exhausted("a value that the schema is soon done with: less of it, or nested less deeply");
        }
    }

    /** A keyword is compiled, and stays in memory. */
    void add(int cost) {
        added++;
        apply(cost);
    }

    /** How many keywords were compiled. */
    int added() {
        return added;
    }

    /** Bodies are nested no deeper than the parser lets them. */
    private static long values(JsonNode node) {
        long count = 1;
        for (JsonNode child : node) {
            count += values(child);
        }
        return count;
    }
}
