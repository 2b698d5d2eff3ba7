package dev.parley.process.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the journal is told beside messages. */
public final class Notes {

    private Notes() {}

    /** A note of that kind. */
    public static ObjectNode of(String what) {
        return JsonNodeFactory.instance.objectNode().put("note", what);
    }
}
