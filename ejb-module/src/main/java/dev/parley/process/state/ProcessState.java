package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.PatternState;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an instance of a process.
 *
 * @param version the version of the definition that it follows
 * @param request the request
 * @param attributes what it is found by
 * @param steps its steps that were begun, in that order, by their ids
 * @param deadline when it should be done
 * @param flags what else holds of it
 * @param undoing the decision to undo; null if there is none
 * @param messages what came before it was awaited
 * @param wanted what its requester wants to be told before the end
 * @param done how many steps have been done, or undone
 * @param size about how many characters are kept
 * @param notices how many notices were sent, and notes made
 * @param lineage what was taken over from another instance, and by another one
 */
public record ProcessState(
        int version,
        JsonNode request,
        Map<String, String> attributes,
        Map<String, StepState> steps,
        Instant deadline,
        Flags flags,
        @Nullable Undoing undoing,
        List<KeptMessage> messages,
        Set<String> wanted,
        int done,
        int size,
        int notices,
        Lineage lineage)
        implements PatternState {

    /** The state of an instance that has nothing to do with another one. */
    public ProcessState(
            int version,
            JsonNode request,
            Map<String, String> attributes,
            Map<String, StepState> steps,
            Instant deadline,
            Flags flags,
            @Nullable Undoing undoing,
            List<KeptMessage> messages,
            Set<String> wanted,
            int done,
            int size,
            int notices) {
        this(
                version,
                request,
                attributes,
                steps,
                deadline,
                flags,
                undoing,
                messages,
                wanted,
                done,
                size,
                notices,
                Lineage.NONE);
    }

    public ProcessState {
        attributes = Map.copyOf(attributes);
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        messages = List.copyOf(messages);
        wanted = Set.copyOf(wanted);
    }

    /**
     * What holds of an instance.
     *
     * @param paused nothing is begun, until somebody resumes it
     * @param overdue its deadline passed after its pivot
     * @param pivoted its pivot was done
     * @param answered its requester has had the final answer
     */
    public record Flags(boolean paused, boolean overdue, boolean pivoted, boolean answered) {

        public static final Flags NONE = new Flags(false, false, false, false);

        public Flags paused(boolean is) {
            return new Flags(is, overdue, pivoted, answered);
        }

        public Flags goesOverdue() {
            return new Flags(paused, true, pivoted, answered);
        }

        public Flags passesPivot() {
            return new Flags(paused, overdue, true, answered);
        }

        public Flags hasAnswered() {
            return new Flags(paused, overdue, pivoted, true);
        }
    }

    /** The same, found by these attributes, whatever its request says. */
    public ProcessState foundBy(Map<String, String> key) {
        Map<String, String> all = new HashMap<>(attributes);
        all.putAll(key);
        return new ProcessState(
                version, request, all, steps, deadline, flags, undoing, messages, wanted, done, size, notices, lineage);
    }

    /** The step of that id; null if it was not begun. */
    public @Nullable StepState step(String id) {
        return steps.get(id);
    }

    /** What a person wrote off. */
    public List<StepState> writtenOff() {
        return steps.values().stream().filter(StepState::isWrittenOff).toList();
    }

    /** Whether a step waits for a person. */
    public boolean isStuck() {
        return steps.values().stream().anyMatch(s -> s.status() == StepStatus.STUCK);
    }

    @Override
    public @Nullable Instant dueAt() {
        Collection<StepState> looked = flags.paused() ? List.of() : steps.values();
        Stream<Instant> ofSteps = looked.stream().map(s -> s.work().due()).filter(Objects::nonNull);
        return Stream.concat(ofSteps, overdueAt().stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    @Override
    public @Nullable String waitsFor() {
        return WaitingFor.sentence(this);
    }

    /** After the pivot the deadline ends nothing, and makes it late. */
    private Optional<Instant> overdueAt() {
        boolean goesOn = flags.pivoted() && undoing == null;
        return goesOn && !flags.overdue() ? Optional.of(deadline) : Optional.empty();
    }
}
