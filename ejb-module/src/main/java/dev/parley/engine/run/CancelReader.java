package dev.parley.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;

/** Reads what is said with a wish to cancel, which may be nothing. */
public final class CancelReader {

    private static final Fields.Body BODY =
            new Fields.Body("a cancel", "an object with a reason, and whether it is forced", Set.of());

    private CancelReader() {}

    /**
     * What was said.
     *
     * @param reason why; blank if nothing was said
     * @param force whether even what there is no way back from is to be given up
     */
    public record Wish(String reason, boolean force) {

        /** Nothing. */
        public static final Wish PLAIN = new Wish("", false);
    }

    /**
     * What a text says.
     *
     * @param text JSON text; empty for nothing
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Wish read(String text) {
        return text.isBlank()
                ? Wish.PLAIN
                : BODY.read(
                        text,
                        fields -> new Wish(
                                fields.value("reason", "", "a text", JsonNode::isTextual, JsonNode::textValue),
                                fields.flag("force", false)));
    }
}
