package dev.parley.web;

import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import dev.parley.relay.MailboxDefinitionReader;
import dev.parley.relay.Problems;
import java.util.regex.Pattern;

/** Names in paths: what cannot be a name is not there, and nobody is asked for it. */
final class PathName {

    private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private static final Pattern MESSAGE = Pattern.compile("[^\\p{Cntrl}]{1,255}");

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

    /**
     * The name of a mailbox that is there.
     *
     * @throws Refusal {@code mailbox-unknown}
     */
    static String mailbox(String text) {
        if (!MailboxDefinitionReader.NAME.matcher(text).matches()) {
            throw new Refusal(Problems.mailboxUnknown(text));
        }
        return text;
    }

    /**
     * The name of a mailbox that may have to be made: what is wrong with it is said.
     *
     * @throws Refusal {@code name-invalid}
     */
    static String newMailbox(String text) {
        if (!MailboxDefinitionReader.NAME.matcher(text).matches()) {
            throw new Refusal(Problem.of(
                    "name-invalid",
                    400,
                    "The name is invalid",
                    "A mailbox is called by 1 to 100 letters (A to Z), digits, '.', '-' or '_'."));
        }
        return text;
    }

    /**
     * The id of a message in a mailbox.
     *
     * @throws Refusal {@code not-found}
     */
    static String message(String text) {
        return matching(MESSAGE, text);
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new Refusal(HttpProblem.of(404));
        }
        return text;
    }
}
