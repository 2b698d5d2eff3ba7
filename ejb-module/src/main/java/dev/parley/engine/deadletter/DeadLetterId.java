package dev.parley.engine.deadletter;

import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ids of dead letters: the one that Parley gave it; else, with a prefix, the number that the broker knew it by when
 * it gave it up, or its JMSMessageID. Each says how the broker finds it again.
 */
final class DeadLetterId {

    private static final Pattern OWN = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern NUMBER = Pattern.compile("broker-([0-9]{1,18})");
    private static final Pattern JMS = Pattern.compile("ID:[A-Za-z0-9:._-]{1,100}");

    private DeadLetterId() {}

    /** The id of a message; null if nothing finds it again. */
    static @Nullable String of(@Nullable String own, @Nullable String number, @Nullable String jms) {
        if (own != null && OWN.matcher(own).matches()) {
            return own;
        }
        if (number != null && NUMBER.matcher("broker-" + number).matches()) {
            return "broker-" + number;
        }
        return jms != null && JMS.matcher(jms).matches() ? jms : null;
    }

    /**
     * The selector that finds it.
     *
     * @throws Refusal {@code letter-unknown}
     */
    static String selector(String id) {
        if (OWN.matcher(id).matches()) {
            return "DeadLetterId = '" + id + "'";
        }
        var number = NUMBER.matcher(id);
        if (number.matches()) {
            return "_AMQ_ORIG_MESSAGE_ID = " + number.group(1);
        }
        if (JMS.matcher(id).matches()) {
            return "JMSMessageID = '" + id + "'";
        }
        throw new Refusal(unknown(id));
    }

    static Problem unknown(String id) {
        return DeadLetterProblem.LETTER_UNKNOWN.because("There is no dead letter " + id + ", or not any more.");
    }
}
