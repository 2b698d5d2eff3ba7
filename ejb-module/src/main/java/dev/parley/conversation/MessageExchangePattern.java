package dev.parley.conversation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The messages that an exchange has, seen from the provider: the patterns of WSDL 2.0, as far as a requester can ask
 * for them.
 *
 * @see <a href="https://www.w3.org/TR/wsdl20-adjuncts/#patterns">WSDL 2.0 Adjuncts, message exchange patterns</a>
 */
public enum MessageExchangePattern {
    /** A request and nothing else, not even a fault. */
    IN_ONLY("in-only"),
    /** A request, and a fault if there is one. */
    ROBUST_IN_ONLY("robust-in-only"),
    /** A request, and a reply or a fault. */
    IN_OUT("in-out"),
    /** A request, and a reply if the provider has one to give, or a fault. */
    IN_OPTIONAL_OUT("in-optional-out");

    private final String label;

    MessageExchangePattern(String label) {
        this.label = label;
    }

    /** The name on the wire. */
    public String label() {
        return label;
    }

    /** True if a provider's result is sent to the requester. */
    public boolean allowsReply() {
        return this == IN_OUT || this == IN_OPTIONAL_OUT;
    }

    /** True if a fault of the provider is sent to the requester. */
    public boolean allowsFault() {
        return this != IN_ONLY;
    }

    /** The pattern of that name on the wire, if there is one. */
    public static Optional<MessageExchangePattern> of(String label) {
        return Arrays.stream(values()).filter(p -> p.label.equals(label)).findFirst();
    }

    /** All names on the wire, for error messages. */
    public static String labels() {
        return Arrays.stream(values()).map(MessageExchangePattern::label).collect(Collectors.joining(", "));
    }
}
