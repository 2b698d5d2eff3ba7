package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.PatternOperation;
import dev.parley.directory.PatternOperations;
import dev.parley.process.KnownProcess;
import dev.parley.process.Versions;
import dev.parley.process.definition.ProcessDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations that begin processes: each is called like its process. */
@Dependent
public class ProcessOperations implements PatternOperations {

    private final Versions versions;

    /** The operations of all processes that there are. */
    @Inject
    public ProcessOperations(Versions versions) {
        this.versions = versions;
    }

    @Override
    public Map<String, OperationResolution> served(Collection<String> operations) {
        Map<String, OperationResolution> served = new HashMap<>();
        versions.current(operations)
                .forEach((name, process) -> served.put(name, new ProcessResolution(process, versions)));
        served.putAll(messages(operations));
        if (operations.contains(CommandResolution.NAME)) {
            served.put(CommandResolution.NAME, new CommandResolution());
        }
        return served;
    }

    @Override
    public List<PatternOperation> shown() {
        return versions.current().stream().map(ProcessOperations::shown).toList();
    }

    @Override
    public Optional<PatternOperation> shown(String operation) {
        OperationResolution found = served(Set.of(operation)).get(operation);
        if (found instanceof ProcessResolution resolution) {
            return Optional.of(shown(resolution.process()));
        }
        return found instanceof MessageResolution message ? shown(message) : Optional.empty();
    }

    private static PatternOperation shown(KnownProcess process) {
        ProcessDefinition definition = process.definition();
        return new PatternOperation(
                definition.name(),
                definition.name(),
                text(definition.input()),
                definition.messages().values().stream()
                        .map(message -> new PatternOperation.Message(
                                MessageResolution.operation(definition.name(), message.name()),
                                text(message.schema()),
                                message.senders(),
                                message.key().keySet(),
                                message.starts()))
                        .toList());
    }

    private static @Nullable String text(@Nullable JsonNode schema) {
        return schema == null ? null : schema.toString();
    }

    /** What no step of the current version awaits is not shown, although an older one may. */
    private static Optional<PatternOperation> shown(MessageResolution message) {
        ProcessDefinition definition = message.process().definition();
        return Optional.ofNullable(definition.messages().get(message.message()))
                .map(awaited ->
                        new PatternOperation(message.name(), definition.name(), text(awaited.schema()), List.of()));
    }

    /** Messages are nobody's definition. */
    @Override
    public boolean defines(String operation) {
        return operation.equals(CommandResolution.NAME)
                || versions.current(Set.of(operation)).containsKey(operation);
    }

    private Map<String, OperationResolution> messages(Collection<String> operations) {
        Map<String, String> processes = new HashMap<>();
        for (String operation : operations) {
            String process = MessageResolution.process(operation);
            if (process != null) {
                processes.put(operation, process);
            }
        }
        Map<String, KnownProcess> known = versions.current(Set.copyOf(processes.values()));
        Map<String, OperationResolution> messages = new HashMap<>();
        processes.forEach((operation, process) -> {
            KnownProcess there = known.get(process);
            if (there != null) {
                messages.put(operation, new MessageResolution(there, MessageResolution.message(operation), versions));
            }
        });
        return messages;
    }
}
