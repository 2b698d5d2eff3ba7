package dev.parley.message;

/** Words of a participant in an answer to it. */
public final class Quote {

    private static final int LONGEST = 100;

    private Quote() {}

    /** The text, or its first 100 characters and an ellipsis. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : Unicode.beginning(text, LONGEST) + "…";
    }
}
