package dev.parley;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An operation's declared answer that it cannot do what it was asked for. It replaces the reply (WSDL 2.0, <i>Fault
 * Replaces Message</i>): the conversation ends {@code FAULTED}, the requester gets a problem object (RFC 9457) whose
 * {@code type} is {@code urn:parley:fault:<name>}. It does not roll back: what the operation did before commits with
 * it.
 */
public class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Map<String, Object> members;

    /**
     * @param name which fault it is, for programs: letters, digits and hyphens, such as {@code out-of-stock}
     * @param detail what happened this time, for people
     */
    public Fault(String name, String detail) {
        this(name, detail, Map.of());
    }

    /**
     * @param name which fault it is, for programs: letters, digits and hyphens, such as {@code out-of-stock}
     * @param detail what happened this time, for people
     * @param members extension members of the problem object; strings, numbers, booleans, and lists and maps of them;
     *     never null
     */
    public Fault(String name, String detail, Map<String, Object> members) {
        super(detail);
        this.name = name;
        members.forEach((member, value) ->
                Objects.requireNonNull(value, () -> "Leave out the member " + member + " that has no value"));
        this.members = new LinkedHashMap<>(members);
    }

    /** The name of the fault, for programs. */
    public String name() {
        return name;
    }

    /** The description of what happened this time, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Extension members of the problem object; empty if there are none. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
