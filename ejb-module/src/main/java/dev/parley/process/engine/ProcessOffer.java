package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.Directory;
import dev.parley.message.Violation;
import dev.parley.process.KnownProcess;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process that another one asks.
 *
 * @param process its current version
 * @param directory knows the processes that it asks itself
 */
record ProcessOffer(KnownProcess process, Directory directory) implements Offer {

    @Override
    public Kind kind() {
        return Kind.PROCESS;
    }

    @Override
    public @Nullable String compensation() {
        return null;
    }

    @Override
    public @Nullable String outcome() {
        return null;
    }

    @Override
    public boolean undoesUnknown() {
        return false;
    }

    @Override
    public boolean fenced() {
        return true;
    }

    @Override
    public List<Violation> violations(JsonNode request) {
        return process.violations(request);
    }

    @Override
    public Set<String> asks() {
        Set<String> asked = new TreeSet<>(Set.of(process.definition().name()));
        Deque<ProcessDefinition> open = new ArrayDeque<>(List.of(process.definition()));
        while (!open.isEmpty()) {
            directory.find(operations(open.pop())).values().forEach(found -> {
                if (found instanceof ProcessResolution inner && asked.add(inner.name())) {
                    open.push(inner.process().definition());
                }
            });
        }
        return asked;
    }

    private static Set<String> operations(ProcessDefinition definition) {
        return steps(definition).map(Step.Operation::operation).collect(Collectors.toSet());
    }

    private static Stream<Step.Operation> steps(ProcessDefinition definition) {
        return definition.allSteps().filter(Step.Operation.class::isInstance).map(Step.Operation.class::cast);
    }

    @Override
    public boolean pivots() {
        return steps(process.definition()).anyMatch(Step.Operation::pivot);
    }
}
