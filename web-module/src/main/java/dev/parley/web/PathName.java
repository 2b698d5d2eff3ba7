package dev.parley.web;

import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.mailbox.MailboxDefinitionReader;
import dev.parley.relay.mailbox.Problems;
import dev.parley.renewal.PoolDefinitionReader;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Names in paths: what cannot be a name is not there, and nobody is asked for it. */
public final class PathName {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern MESSAGE = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private PathName() {}

    /**
     * The id of a conversation.
     *
     * @throws Refusal {@code not-found}
     */
    public static String conversation(String text) {
        return matching(ID, text);
    }

    /**
     * The name of an operation.
     *
     * @throws Refusal {@code not-found}
     */
    public static String operation(String text) {
        return matching(OPERATION, text);
    }

    /**
     * The name of a mailbox that is there.
     *
     * @throws Refusal {@code mailbox-unknown}
     */
    public static String mailbox(String text) {
        return matching(MailboxDefinitionReader.NAME, text, Problems::mailboxUnknown);
    }

    /**
     * The name of a mailbox that may have to be made: what is wrong with it is said.
     *
     * @throws Refusal {@code name-invalid}
     */
    public static String newMailbox(String text) {
        return matching(MailboxDefinitionReader.NAME, text, odd -> nameInvalid("A mailbox"));
    }

    /**
     * The name of a pool that is there.
     *
     * @throws Refusal {@code pool-unknown}
     */
    public static String pool(String text) {
        return matching(PoolDefinitionReader.NAME, text, dev.parley.renewal.Problems::poolUnknown);
    }

    /**
     * The name of a pool that may have to be made: what is wrong with it is said.
     *
     * @throws Refusal {@code name-invalid}
     */
    public static String newPool(String text) {
        return matching(PoolDefinitionReader.NAME, text, odd -> nameInvalid("A pool"));
    }

    /**
     * The id of a grant.
     *
     * @throws Refusal {@code grant-unknown}
     */
    public static String grant(String text) {
        return matching(ID, text, dev.parley.renewal.Problems::grantUnknown);
    }

    /**
     * The id of a message in a mailbox.
     *
     * @throws Refusal {@code not-found}
     */
    public static String message(String text) {
        return matching(MESSAGE, text);
    }

    private static String matching(Pattern pattern, String text) {
        return matching(pattern, text, odd -> HttpProblem.of(404));
    }

    private static String matching(Pattern pattern, String text, Function<String, Problem> otherwise) {
        if (!pattern.matcher(text).matches()) {
            throw new Refusal(otherwise.apply(text));
        }
        return text;
    }

    private static Problem nameInvalid(String what) {
        return HttpProblem.NAME_INVALID.because(
                what + " is called by 1 to 100 letters (A to Z), digits, '.', '-' or '_', not '.' or '..'.");
    }
}
