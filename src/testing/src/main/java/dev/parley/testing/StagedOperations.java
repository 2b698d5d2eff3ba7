package dev.parley.testing;

import dev.parley.directory.Directory;
import dev.parley.directory.MethodResolution;
import dev.parley.directory.ObjectOperations;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.directory.PatternOperations;
import dev.parley.directory.ServedOperation;
import dev.parley.gathering.engine.GatherOperations;
import dev.parley.message.Address;
import dev.parley.process.engine.ProcessOperations;
import dev.parley.simulation.Broker;
import dev.parley.slip.engine.SimulatedSlips;
import dev.parley.topic.engine.PublishOperations;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directory of a world: providers that a test has scripted, processes and what Parley serves itself, and methods of
 * objects, in that order.
 */
final class StagedOperations implements Directory {

    private final Operations methods;
    private final StagedProcesses processes;
    private final ProcessOperations begun;
    private final StagedProviders providers;
    private final SimulatedSlips slips;
    private final List<PatternOperations> patterns;

    /**
     * @param definitions definitions of processes, JSON texts by their names
     * @throws IllegalArgumentException with all that is wrong with an object or a definition
     */
    StagedOperations(List<Object> objects, Map<String, String> definitions, StagedProviders providers, Broker broker) {
        this.methods = new ObjectOperations(objects);
        this.providers = providers;
        this.processes = new StagedProcesses(objects);
        this.begun = new ProcessOperations(processes);
        this.slips = new SimulatedSlips(broker, this);
        this.patterns = List.of(begun, new GatherOperations(), new PublishOperations(), slips.operations());
        processes.define(definitions, this);
    }

    Operations methods() {
        return methods;
    }

    StagedProcesses processes() {
        return processes;
    }

    SimulatedSlips slips() {
        return slips;
    }

    boolean takesTurns(String operation) {
        return methods.find(operation).filter(ServedOperation::takesTurns).isPresent();
    }

    /** Whether a request is for a process: to begin one, or as a message to one. */
    boolean isOfProcess(String operation) {
        return begun.served(Set.of(operation)).containsKey(operation);
    }

    @Override
    public Map<String, OperationResolution> find(Collection<String> names) {
        Map<String, OperationResolution> found = new LinkedHashMap<>();
        names.forEach(name -> methods.find(name).ifPresent(method -> found.put(name, new MethodResolution(method))));
        patterns.forEach(pattern -> found.putAll(pattern.served(names)));
        names.forEach(name -> providers.find(name).ifPresent(provided -> found.put(name, provided)));
        return found;
    }

    @Override
    public void passOver(Set<Address> silent, Instant until) {
        // There is one of each
    }
}
