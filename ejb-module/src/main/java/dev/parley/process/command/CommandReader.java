package dev.parley.process.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads commands, and says of all that is wrong with one at once what was expected. */
public final class CommandReader {

    private static final Fields.Body BODY = new Fields.Body("a command", "an object with a reason", Set.of());
    private static final String NOTHING = "{}";
    private static final Pattern OPERATION = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private CommandReader() {}

    /** The commands that steps take. */
    public enum OfStep {
        RETRY,
        SKIP,
        RESOLVE,
        REPLACE
    }

    /**
     * A command that was read.
     *
     * @param command what is to be done
     * @param reason why; blank if nothing was said
     */
    public record Read(Command command, String reason) {}

    /**
     * A command to the whole instance, which says nothing but why.
     *
     * @param text JSON text; empty for nothing
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Read read(Command command, String text) {
        return read(text, fields -> command);
    }

    /**
     * A command to a step.
     *
     * @param etag the entity tag of the step as it was seen; empty if nothing was said
     * @param text JSON text; empty for nothing
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Read read(OfStep kind, String step, String etag, String text) {
        return read(text, fields -> ofStep(kind, step, etag, fields));
    }

    private static Command ofStep(OfStep kind, String step, String etag, Fields fields) {
        return switch (kind) {
            case RETRY -> new Command.Retry(step, etag, fields.given("input"));
            case SKIP -> new Command.Skip(step, etag, fields.given("reply"));
            case RESOLVE -> resolve(step, etag, fields);
            case REPLACE -> new Command.Replace(step, etag, operation(fields), fields.given("input"));
        });
    }

    private static Read read(String text, Function<Fields, Command> declaration) {
        return BODY.read(
                text.isBlank() ? NOTHING : text,
                fields -> new Read(
                        declaration.apply(fields),
                        fields.value("reason", "", "a text", JsonNode::isTextual, JsonNode::textValue)));
    }

    private static Command resolve(String step, String etag, Fields fields) {
        JsonNode reply = fields.given("reply");
        JsonNode fault = fields.given("fault");
        if ((reply == null) == (fault == null)) {
            fields.refuse("reply", "either the reply of the step, or 'fault': why it was not done");
        }
        return new Command.Resolve(step, etag, reply, fault);
    }

    private static String operation(Fields fields) {
        if (!fields.has("operation")) {
            fields.refuse("operation", "the name of an operation, which is required");
        }
        return fields.value(
                "operation",
                "",
                "the name of an operation: 1 to 100 letters, digits, '.', '-' or '_'",
                given -> given.isTextual()
                        && OPERATION.matcher(given.textValue()).matches(),
                JsonNode::textValue);
    }
}
