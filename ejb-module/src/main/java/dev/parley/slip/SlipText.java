package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.slip.seal.CanonicalJson;
import dev.parley.slip.seal.Seals;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The text that a slip travels as, sealed so that nobody on its way changes the route, the variables or the log. */
public final class SlipText {

    private static final String SEAL = "signature";
    private static final String SENT_AT = "sentAt";
    private static final String READ_UNTIL = "readUntil";

    private final Seals seals;

    /** The texts that are sealed by these keys. */
    public SlipText(Seals seals) {
        this.seals = seals;
    }

    /**
     * The JSON that a text is, if it looks like that of a slip that travels; otherwise it is an order. Whether it is
     * one, {@link #read} says.
     */
    public static Optional<ObjectNode> json(String text) {
        try {
            return JsonText.parseExactly(text) instanceof ObjectNode object && object.has("slip")
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /**
     * A slip that was read.
     *
     * @param until when nobody reads this text any more
     */
    public record Sealed(Slip slip, Instant until) {}

    /**
     * The text of a slip.
     *
     * @param now when it is sent
     * @param until when nobody reads it any more, whatever is configured by then: so long it has to be known that it
     *     was received
     */
    public String write(Slip slip, Instant now, Instant until) {
        ObjectNode json = slip.toJson().put(SENT_AT, now.toString()).put(READ_UNTIL, until.toString());
        String seal = seals.seal(CanonicalJson.bytes(json));
        return json.put(SEAL, seal).toString();
    }

    /**
     * The slip that an object is. Nothing of it is believed before its seal is.
     *
     * @param object which loses its seal here
     * @throws Refusal {@code slip-invalid}; also if its time to be read is over, since it may have been here
     */
    public Sealed read(ObjectNode object, Instant now) {
        try {
            if (isSealed(object)) {
                Instant until = StateJson.instant(object, READ_UNTIL);
                Slip slip = SlipForm.read(object);
                if (!now.isAfter(until) && slip.isLogWhole()) {
                    return new Sealed(slip, until);
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    private boolean isSealed(ObjectNode object) {
        JsonNode seal = object.remove(SEAL);
        return seal != null
                && seal.isTextual()
                && CanonicalJson.misfit(object) == null
                && seals.fits(CanonicalJson.bytes(object), seal.textValue());
    }

    private static Refusal invalid() {
        return new Refusal(SlipProblem.SLIP_INVALID.because(
                "It has no signature of a key that is known here, was changed since it was signed, or is too old."));
    }
}
