package dev.parley.web;

import dev.parley.conversation.Refusal;
import java.util.regex.Pattern;

/** Names in paths: what cannot be a name is not there, and nobody is asked for it. */
final class PathName {

    private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private PathName() {}

    /**
     * The id of a conversation.
     *
     * @throws Refusal {@code not-found}
     */
    static String conversation(String text) {
        return matching(CONVERSATION, text);
    }

    /**
     * The name of an operation.
     *
     * @throws Refusal {@code not-found}
     */
    static String operation(String text) {
        return matching(OPERATION, text);
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new Refusal(HttpProblem.of(404));
        }
        return text;
    }
}
