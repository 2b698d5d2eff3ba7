package dev.parley.message;

import java.util.Locale;

/**
 * A kind of problem, by which programs tell problems apart: each name has one status and one title. A room declares its
 * own as an enum; together these are the catalogue, in {@code src/docs/faults.md}.
 */
public interface ProblemKind {

    /** The name of the constant. */
    String name();

    /** The status that HTTP answers with; 0 for what no participant is answered with. */
    int status();

    /** The title, for people. */
    String title();

    /** The name on the wire: {@code BODY_NOT_JSON} is {@code body-not-json}. */
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A problem of this kind that is not about fields.
     *
     * @param detail what happened this time and what to do, for people
     */
    default Problem because(String detail) {
        return Problem.of(this, detail);
    }
}
