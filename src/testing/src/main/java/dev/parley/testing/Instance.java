package dev.parley.testing;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.process.state.ProcessState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instance of a process, as it is stored whenever it is asked. */
public final class Instance {

    private final StagedWorld staged;
    private final StagedRequest request;

    Instance(StagedWorld staged, StagedRequest request) {
        this.staged = staged;
        this.request = request;
    }

    /** The id of its conversation. */
    public String id() {
        return conversation().id();
    }

    /**
     * The status of its conversation, such as {@code RUNNING}, {@code STUCK}, {@code SUCCEEDED} or {@code COMPENSATED}.
     */
    public String status() {
        return conversation().status().name();
    }

    /** The status of each step that was begun, in that order, as {@code GET /conversations/{id}/steps} has it. */
    public Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        if (conversation().patternState() instanceof ProcessState state) {
            state.steps().forEach((id, step) -> steps.put(id, step.status().name()));
        }
        return steps;
    }

    /** Its journal: what it was asked and what it asked, and what was answered. */
    public List<Journaled> journal() {
        String id = id();
        return staged.tables().journal().stream()
                .filter(entry -> entry.conversationId().equals(id))
                .map(Instance::journaled)
                .toList();
    }

    private static Journaled journaled(JournalEntry entry) {
        return new Journaled(entry.direction().name(), entry.kind().label(), entry.type(), entry.body());
    }

    /** What its requester was told; empty while nothing was. */
    public Optional<Outcome> outcome() {
        return request.outcome();
    }

    private Conversation conversation() {
        return staged.tables().conversations().committed().stream()
                .filter(c -> c.messageId().equals(request.messageId())
                        && c.operation().equals(request.operation()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("It has not begun: " + request + ", " + outcome()));
    }

    @Override
    public String toString() {
        return request + ": " + status() + " " + steps();
    }
}
