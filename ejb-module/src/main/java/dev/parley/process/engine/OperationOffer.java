package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import dev.parley.process.definition.Offer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An operation that a method or a provider serves.
 *
 * @param operation as the directory has it
 */
record OperationOffer(OperationResolution operation) implements Offer {

    @Override
    public Kind kind() {
        return operation.isAlwaysKnown() ? Kind.BEAN : Kind.PROVIDER;
    }

    @Override
    public @Nullable String compensation() {
        return operation.compensation();
    }

    @Override
    public @Nullable String outcome() {
        return operation.outcome();
    }

    /** A method that takes the reply alone of what it undoes could not be called without one. */
    @Override
    public boolean undoesUnknown() {
        return !takesReply();
    }

    @Override
    public boolean takesReply() {
        ServedOperation method = operation.method();
        return method != null && !method.takesUndo();
    }

    @Override
    public Set<String> needs() {
        ServedOperation method = operation.method();
        Set<String> needs = new TreeSet<>();
        schema(method == null ? null : method.schema()).path("required").forEach(name -> needs.add(name.asText()));
        return needs;
    }

    /** A schema that lists no members says nothing of them. */
    @Override
    public @Nullable Set<String> replies() {
        ServedOperation method = operation.method();
        JsonNode members = schema(method == null ? null : method.replySchema()).path("properties");
        if (!members.isObject()) {
            return null;
        }
        Set<String> replies = new TreeSet<>();
        members.fieldNames().forEachRemaining(replies::add);
        return replies;
    }

    private static JsonNode schema(@Nullable String text) {
        return text == null ? MissingNode.getInstance() : JsonText.parseExactly(text);
    }

    /** What lies in a mailbox is Parley's until it is taken; what lies in a queue cannot be kept from being taken. */
    @Override
    public boolean fenced() {
        Provision provision = operation.provision();
        return provision == null
                || (!provision.providers().isEmpty()
                        && provision.providers().stream()
                                .allMatch(p -> p.address().kind() == Address.Kind.MAILBOX));
    }

    @Override
    public List<Violation> violations(JsonNode request) {
        try {
            operation.read(request.toString());
            return List.of();
        } catch (Refusal refused) {
            return refused.problem().violations().isEmpty()
                    ? List.of(new Violation("", refused.problem().detail()))
                    : refused.problem().violations();
        }
    }

    @Override
    public Set<String> asks() {
        return Set.of();
    }

    @Override
    public boolean pivots() {
        return false;
    }
}
