package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import dev.parley.message.Sha256;
import dev.parley.slip.seal.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a slip's log. Each has the hash of itself and of the one before it, so that none can be left out.
 *
 * @param step the number of the step, from 0
 * @param act what happened
 * @param operation the operation that was asked
 * @param at when
 * @param by who did it: {@code parley}, or the person who has written it off
 * @param undo what undoing it takes; null if nothing does
 * @param hash of this entry and the one before, in hexadecimal
 */
public record LogEntry(int step, Act act, String operation, Instant at, String by, @Nullable Undo undo, String hash) {

    /** What can happen to a step. */
    public enum Act {
        DONE("done"),
        UNDONE("undone"),
        WRITTEN_OFF("written-off");

        private final String label;

        Act(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * What undoing a step takes.
     *
     * @param compensation the operation that undoes it
     * @param request what the step was asked
     * @param reply what it replied; null if nobody knows
     * @param known whether it was done for sure
     */
    public record Undo(String compensation, JsonNode request, @Nullable JsonNode reply, boolean known) {

        /** What a compensation is asked that is told everything. */
        ObjectNode body() {
            ObjectNode json = StateJson.object();
            json.set("request", request);
            json.set("reply", reply);
            return json.put("outcome", known ? "done" : "unknown");
        }
    }

    /** An entry behind another one. */
    static LogEntry after(
            String hashBefore, int step, Act act, String operation, Instant at, String by, @Nullable Undo undo) {
        LogEntry entry = new LogEntry(step, act, operation, at, by, undo, "");
        return new LogEntry(step, act, operation, at, by, undo, entry.hashAfter(hashBefore));
    }

    String hashAfter(String before) {
        String content = new String(CanonicalJson.bytes(unhashed()), StandardCharsets.UTF_8);
        return Sha256.hex(before + "\n" + content);
    }

    /** The entry as it travels. */
    ObjectNode toJson() {
        return unhashed().put("hash", hash);
    }

    private ObjectNode unhashed() {
        ObjectNode json = StateJson.object()
                .put("step", step)
                .put("act", act.label())
                .put("operation", operation)
                .put("at", at.toString())
                .put("by", by);
        if (undo != null) {
            json.put("compensation", undo.compensation());
            json.set("undo", undo.body());
        }
        return json;
    }
}
