package dev.parley.process.engine;

import dev.parley.directory.OperationResolution;
import dev.parley.directory.PatternOperations;
import dev.parley.process.KnownProcess;
import dev.parley.process.Versions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
        versions.current(operations).forEach((name, process) -> served.put(name, new ProcessResolution(process)));
        served.putAll(messages(operations));
        return served;
    }

    /** Messages are nobody's definition. */
    @Override
    public boolean defines(String operation) {
        return versions.current(Set.of(operation)).containsKey(operation);
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
            String message = MessageResolution.message(operation);
            if (known.containsKey(process)) {
                messages.put(operation, new MessageResolution(process, message));
            }
        });
        return messages;
    }
}
