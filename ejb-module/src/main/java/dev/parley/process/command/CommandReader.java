package dev.parley.process.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.message.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads commands, and says of all that is wrong with one at once what was expected. */
public final class CommandReader {

    private static final Fields.Body BODY = new Fields.Body("a command", "an object with a reason", Set.of());
    private static final String NOTHING = "{}";
    private static final List<String> NAMES =
            List.of("cancel", "pause", "replace", "rerun", "resolve", "resume", "retry", "skip");
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
        };
    }

    /**
     * The command to begin anew from a step.
     *
     * @param as the id of the new instance
     * @param text JSON text; empty for nothing
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Read rerun(String as, String text) {
        return read(text, fields -> new Command.Rerun(from(fields), as));
    }

    /**
     * A command that names itself, its step and the entity tag of that in its text.
     *
     * @param as the id of a new instance, if it is to begin one
     * @param text JSON text
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    public static Read named(String as, String text) {
        return read(text, fields -> named(as, fields));
    }

    private static Command named(String as, Fields fields) {
        String name = fields.value(
                "command",
                "",
                "one of " + String.join(", ", NAMES),
                given -> NAMES.contains(given.asText()),
                JsonNode::textValue);
        return switch (name) {
            case "cancel" -> new Command.Cancel(fields.flag("force", false));
            case "pause" -> new Command.Pause();
            case "resume" -> new Command.Resume();
            case "rerun" -> new Command.Rerun(from(fields), as);
            case "" -> unnamed(fields);
            default ->
                ofStep(
                        OfStep.valueOf(name.toUpperCase(Locale.ROOT)),
                        required(fields, "step"),
                        required(fields, "etag"),
                        fields);
        };
    }

    private static Command unnamed(Fields fields) {
        if (!fields.has("command")) {
            fields.refuse("command", "one of " + String.join(", ", NAMES) + ", which is required");
        }
        return new Command.Resume();
    }

    private static String required(Fields fields, String member) {
        if (!fields.has(member)) {
            fields.refuse(member, "a text, which is required");
        }
        return fields.value(member, "", "a text", JsonNode::isTextual, JsonNode::textValue);
    }

    private static String from(Fields fields) {
        return required(fields, "from");
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
