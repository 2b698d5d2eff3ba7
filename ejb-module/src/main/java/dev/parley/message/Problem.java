package dev.parley.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The reason why something could not be done, as it goes to the requester: the body of every fault, and of every error
 * over HTTP.
 *
 * @param kind which problem; says its name, status and title
 * @param detail what happened this time and what to do, for people
 * @param violations which fields were wrong and what was expected; empty if it is not about fields
 * @param members extension members
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
public record Problem(ProblemKind kind, String detail, List<Violation> violations, Map<String, Object> members) {

    /** The beginning of each {@code type}. */
    public static final String TYPE_PREFIX = "urn:parley:fault:";

    private static final ObjectMapper JSON = new ObjectMapper();

    public Problem {
        violations = List.copyOf(violations);
        members = Map.copyOf(members);
    }

    /** A problem that is not about fields. */
    static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), Map.of());
    }

    /** The name, for programs. */
    public String name() {
        return kind.label();
    }

    /** The HTTP status; 0 for the faults of operations, which have none. */
    public int status() {
        return kind.status();
    }

    /** The title, the same for every problem of this name, for people. */
    public String title() {
        return kind.title();
    }

    /** The identifier of this kind of problem. */
    public String type() {
        return TYPE_PREFIX + name();
    }

    /** The problem object as JSON text. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode();
        members.forEach((member, value) -> json.set(member, JSON.<JsonNode>valueToTree(value)));
        json.put("type", type());
        json.put("title", title());
        if (status() != 0) {
            json.put("status", status());
        }
        json.put("detail", detail);
        if (!violations.isEmpty()) {
            var errors = json.putArray("errors");
            violations.forEach(v -> errors.addObject().put("field", v.field()).put("expected", v.expected()));
        }
        return Unicode.whole(json.toString());
    }
}
