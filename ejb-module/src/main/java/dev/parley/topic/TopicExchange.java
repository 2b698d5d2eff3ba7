package dev.parley.topic;

import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.gathering.Completion;
import dev.parley.conversation.gathering.Criterion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The exchanges that begin with who publishes: what comes back of an event, as WSDL 2.0 names it.
 *
 * @see <a href="https://www.w3.org/TR/wsdl20-additional-meps/">WSDL 2.0, Additional MEPs</a>
 */
public enum TopicExchange {
    /** Nothing. */
    OUT_ONLY("out-only", MessageExchangePattern.IN_ONLY),
    /** Faults of those who get it. */
    ROBUST_OUT_ONLY("robust-out-only", MessageExchangePattern.ROBUST_IN_ONLY),
    /** An answer of each who gets it. */
    OUT_IN("out-in", MessageExchangePattern.IN_OUT),
    /** Answers of those who care to. */
    OUT_OPTIONAL_IN("out-optional-in", MessageExchangePattern.IN_OUT);

    private final String label;
    private final MessageExchangePattern inwards;

    TopicExchange(String label, MessageExchangePattern inwards) {
        this.label = label;
        this.inwards = inwards;
    }

    /** The name on the wire. */
    public String label() {
        return label;
    }

    /** True if something comes back. */
    public boolean answers() {
        return this != OUT_ONLY;
    }

    /** The exchange of the publisher with Parley. */
    public MessageExchangePattern inwards() {
        return inwards;
    }

    /** When there is enough of what comes back, if nothing is said. */
    public Completion usual() {
        return this == OUT_IN ? Completion.of(List.of(new Criterion.All())) : Completion.WHATEVER_COMES;
    }

    /** The exchange of that name on the wire, if there is one. */
    public static Optional<TopicExchange> of(String label) {
        return Arrays.stream(values()).filter(e -> e.label.equals(label)).findFirst();
    }

    /** All names on the wire, for error messages. */
    public static String labels() {
        return Arrays.stream(values()).map(TopicExchange::label).collect(Collectors.joining(", "));
    }
}
