package dev.parley.conversation.request;

import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.RequestLimits;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for single headers, the same over JMS and HTTP. Each check throws a {@link Refusal} that names the header.
 */
public final class HeaderPolicy {

    private static final int LONGEST_IDENTIFIER = 255;
    private static final int LONGEST_STATE = 32 * 1024;
    private static final Pattern CONVERSATION_ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");

    private final RequestLimits limits;

    /** The policy that keeps to these limits. */
    public HeaderPolicy(RequestLimits limits) {
        this.limits = limits;
    }

    @Nullable
    Address allowed(String header, @Nullable Address address) {
        if (address != null && !limits.addresses().allows(address)) {
            throw new Refusal(Problems.addressRefused(header, address.toString()));
        }
        return address;
    }

    boolean flag(String header, @Nullable String value) {
        if (value == null || value.equalsIgnoreCase("false")) {
            return false;
        }
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        throw new Refusal(Problems.headerInvalid(header, "true or false"));
    }

    /** The name of a message group, which is stored where a provider is asked. */
    void group(@Nullable String value) {
        if (value != null && (value.length() > LONGEST_IDENTIFIER || !isPrintable(value))) {
            throw new Refusal(Problems.headerInvalid(
                    "JMSXGroupID", "at most " + LONGEST_IDENTIFIER + " characters without control characters"));
        }
    }

    private static boolean isPrintable(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    /** An identifier as it was given: 1 to 255 characters without control characters, and not blank. */
    public String identifier(String header, String value) {
        if (value.isBlank() || value.length() > LONGEST_IDENTIFIER || !isPrintable(value)) {
            throw new Refusal(Problems.headerInvalid(
                    header, "1 to " + LONGEST_IDENTIFIER + " characters without control characters"));
        }
        return value;
    }

    @Nullable
    String conversationId(@Nullable String value) {
        if (value != null && !CONVERSATION_ID.matcher(value).matches()) {
            throw new Refusal(Problems.headerInvalid(
                    "ConversationId",
                    "1 to 64 letters, digits, dots, hyphens, underscores or tildes, not '.' or '..'"));
        }
        return value;
    }

    /** The requester's opaque state. */
    @Nullable
    public String state(@Nullable String state) {
        if (state != null && !fits(state)) {
            throw new Refusal(
                    Problems.headerInvalid(Headers.STATE, "at most " + LONGEST_STATE + " bytes of UTF-8, without NUL"));
        }
        return state;
    }

    static boolean fits(String state) {
        return state.length() <= LONGEST_STATE
                && state.indexOf('\0') < 0
                && state.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STATE;
    }

    /**
     * The number of operations that called each other until now; 0 if the header is not there. An endless loop ends
     * where somebody is told.
     */
    public int hops(@Nullable String value) {
        if (value == null) {
            return 0;
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new Refusal(
                    Problems.headerInvalid(Headers.HOPS, "a whole number, as the request to the provider has it"));
        }
        return hops(Integer.parseInt(value));
    }

    /** The same number, if a chain of operations may be that long. */
    public int hops(int hops) {
        if (hops > limits.maxHops()) {
            throw new Refusal(Problems.hopLimit(hops, limits.maxHops()));
        }
        return hops;
    }

    /** The number of a turn; whoever takes another than the first says in which conversation. */
    @Nullable
    Integer turn(@Nullable String value, @Nullable String conversationId) {
        if (value == null) {
            return null;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(Problems.headerInvalid(Headers.TURN, "a whole number from 1"));
        }
        int turn = Integer.parseInt(value);
        if (turn > 1 && conversationId == null) {
            throw new Refusal(Problems.headerInvalid(
                    Headers.CONVERSATION_ID,
                    "given with every turn after the first, as the first one's answer has it"));
        }
        return turn;
    }

    static MessageExchangePattern exchange(String label) {
        return MessageExchangePattern.of(label).orElseThrow(() -> new Refusal(Problems.exchangeUnknown(label)));
    }

    /** A deadline that a message carries; one that is past already is a deadline too. */
    public Instant deadline(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt == null) {
            return now.plus(limits.defaultDeadline());
        }
        if (expiresAt.isAfter(now.plus(limits.maxDeadline()))) {
            throw new Refusal(Problems.expirationTooFar(expiresAt, limits.maxDeadline()));
        }
        return expiresAt.isBefore(Instant.EPOCH) ? Instant.EPOCH : expiresAt;
    }

    /** A deadline given as a duration. */
    public Instant deadline(@Nullable String duration, Instant now) {
        if (duration == null) {
            return now.plus(limits.defaultDeadline());
        }
        Duration parsed = parse(duration);
        if (parsed.isNegative() || parsed.isZero() || parsed.compareTo(limits.maxDeadline()) > 0) {
            throw new Refusal(Problems.deadlineInvalid(duration, limits.maxDeadline()));
        }
        return now.plus(parsed).truncatedTo(ChronoUnit.MILLIS);
    }

    private Duration parse(String duration) {
        try {
            return Duration.parse(duration);
        } catch (DateTimeException e) {
            throw new Refusal(Problems.deadlineInvalid(duration, limits.maxDeadline()));
        }
    }
}
