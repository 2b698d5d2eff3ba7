package dev.parley.web;

import dev.parley.definition.DefinitionKind;
import dev.parley.directory.OperationKind;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.mailbox.MailboxKind;
import dev.parley.renewal.PoolKind;
import dev.parley.renewal.RenewalProblems;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Names in paths: what cannot be a name is not there, and nobody is asked for it. */
public final class PathName {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern MESSAGE = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private PathName() {}

    /**
     * The name of a definition that is there.
     *
     * @throws Refusal the kind's, that there is none
     */
    public static String of(DefinitionKind<?, ?> kind, String text) {
        return matching(kind.names(), text, kind::unknown);
    }

    /**
     * The name of a definition that may have to be made: what is wrong with it is said.
     *
     * @throws Refusal {@code name-invalid}
     */
    public static String ofNew(DefinitionKind<?, ?> kind, String text) {
        return matching(kind.names(), text, odd -> nameInvalid("A " + kind.noun()));
    }

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
        return matching(OperationKind.STORED.names(), text);
    }

    /**
     * The name of a mailbox that is there.
     *
     * @throws Refusal {@code mailbox-unknown}
     */
    public static String mailbox(String text) {
        return of(MailboxKind.MAILBOXES, text);
    }

    /**
     * The name of a pool that is there.
     *
     * @throws Refusal {@code pool-unknown}
     */
    public static String pool(String text) {
        return of(PoolKind.POOLS, text);
    }

    /**
     * The id of a grant.
     *
     * @throws Refusal {@code grant-unknown}
     */
    public static String grant(String text) {
        return matching(ID, text, RenewalProblems::grantUnknown);
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
