package dev.parley.relay;

import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.InvalidBody;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.relay.mailbox.RelayProblems;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule for what a message to a mailbox may be like; it says of all that is wrong at once what is expected. */
public final class SendingPolicy {

    private static final int LONGEST_IDENTIFIER = 255;
    private static final Pattern CONVERSATION = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+([ \\t]*;[^\\p{Cntrl}]*)?");
    private static final Duration LONGEST = Duration.ofDays(366);

    private final int maxBodySize;
    private final AddressPolicy addresses;

    /**
     * @param maxBodySize bytes of a body, in UTF-8
     * @param addresses which queues a message may name
     */
    public SendingPolicy(int maxBodySize, AddressPolicy addresses) {
        this.maxBodySize = maxBodySize;
        this.addresses = addresses;
    }

    /**
     * Checks the messages of a sending.
     *
     * @throws Refusal {@code body-invalid} 400, {@code message-too-large} 413
     */
    public List<ValidMail> check(Sending sending) {
        int count = sending.messages().size();
        if (count == 0 || count > Sending.MOST) {
            throw new Refusal(InvalidBody.problem(
                    List.of(new Violation("/messages", "an array of 1 to " + Sending.MOST + " messages")),
                    "what can be sent"));
        }
        List<Violation> violations = new ArrayList<>();
        List<ValidMail> checked = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String at = sending.list() ? "/messages/" + i : "";
            checked.add(new Check(at, violations).mail(sending.messages().get(i)));
        }
        InvalidBody.refuseIfAny(violations, "what can be sent");
        return checked;
    }

    /**
     * Checks a reply.
     *
     * @throws Refusal {@code body-invalid} 400, {@code message-too-large} 413
     */
    public ValidMail check(Answer answer) {
        List<Violation> violations = new ArrayList<>();
        ValidMail checked = new Check("", violations)
                .mail(new MailDraft(
                        answer.messageId(),
                        answer.type(),
                        answer.body(),
                        answer.contentType(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        InvalidBody.refuseIfAny(violations, "a reply");
        return checked;
    }

    private final class Check {

        private final String at;
        private final List<Violation> violations;

        Check(String at, List<Violation> violations) {
            this.at = at;
            this.violations = violations;
        }

        private ValidMail mail(MailDraft mail) {
            return new ValidMail(
                    messageId(mail.messageId()),
                    identifier("type", mail.type()),
                    mail.body(),
                    size(mail),
                    contentType(mail.contentType()),
                    identifier("correlationId", mail.correlationId()),
                    conversation(mail.conversationId()),
                    address("replyTo", mail.replyTo()),
                    address("faultTo", mail.faultTo()),
                    identifier("group", mail.group()),
                    mail.delay() == null ? Duration.ZERO : duration("delay", mail.delay(), Duration.ZERO),
                    mail.timeToLive() == null ? null : duration("timeToLive", mail.timeToLive(), Duration.ofMillis(1)));
        }

        private void refuse(String field, String expected) {
            violations.add(new Violation(at + "/" + field, expected));
        }

        private @Nullable String identifier(String field, @Nullable String value) {
            if (value != null
                    && (value.isBlank()
                            || value.length() > LONGEST_IDENTIFIER
                            || value.chars().anyMatch(Character::isISOControl)
                            || utf8Length(value) < 0)) {
                refuse(field, "a text of 1 to " + LONGEST_IDENTIFIER + " characters without control characters");
            }
            return value;
        }

        /** A path that names a dead letter has its id in it. */
        private @Nullable String messageId(@Nullable String value) {
            if (value != null && (value.equals(".") || value.equals(".."))) {
                refuse("messageId", "an id other than '.' and '..'");
            }
            return identifier("messageId", value);
        }

        private @Nullable String conversation(@Nullable String value) {
            if (value != null && !CONVERSATION.matcher(value).matches()) {
                refuse(
                        "conversationId",
                        "1 to 64 letters, digits, dots, hyphens, underscores or tildes, not '.' or '..'");
            }
            return value;
        }

        private @Nullable String contentType(@Nullable String value) {
            if (value != null
                    && (value.length() > LONGEST_IDENTIFIER
                            || utf8Length(value) < 0
                            || !MEDIA_TYPE.matcher(value).matches())) {
                refuse("contentType", "a media type such as application/octet-stream");
            }
            return value;
        }

        private int size(MailDraft mail) {
            int size = utf8Length(mail.body());
            if (size < 0) {
                refuse("body", "text without single surrogates");
            } else if (size > maxBodySize) {
                throw new Refusal(RelayProblems.messageTooLarge(maxBodySize));
            } else if (mail.contentType() != null && !isBase64(mail.body())) {
                refuse("body", "the bytes in base64, since there is a contentType");
            }
            return size;
        }

        private @Nullable Address address(String field, @Nullable String text) {
            if (text == null) {
                return null;
            }
            Address address = Address.parse(text).filter(addresses::allows).orElse(null);
            if (address == null) {
                refuse(field, "queue:NAME of a queue that matches parley.addresses, or mailbox:NAME");
            }
            return address;
        }

        private Duration duration(String field, String text, Duration least) {
            Duration duration = durationOrNull(text, least, LONGEST);
            if (duration == null) {
                refuse(field, "an ISO 8601 duration from " + least + " to " + LONGEST + ", such as PT30S");
                return least;
            }
            return duration;
        }
    }

    /** The duration in that range that the text is; null if it is none. */
    static @Nullable Duration durationOrNull(String text, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(text);
            return duration.compareTo(least) < 0 || duration.compareTo(most) > 0 ? null : duration;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    static Duration atMostTheLongest(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Bytes in UTF-8; -1 for a text with single surrogates, which cannot be written in it. */
    static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(c)) {
                length += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 4;
                i++;
            } else {
                return -1;
            }
        }
        return length;
    }
}
