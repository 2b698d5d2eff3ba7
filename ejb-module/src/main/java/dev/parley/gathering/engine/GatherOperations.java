package dev.parley.gathering.engine;

import dev.parley.conversation.ParleyOperations;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.PatternOperations;
import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.Map;

/** The operation that asks many. */
@Dependent
public class GatherOperations implements PatternOperations {

    @Override
    public Map<String, OperationResolution> served(Collection<String> operations) {
        return operations.contains(ParleyOperations.GATHER)
                ? Map.of(ParleyOperations.GATHER, new GatherResolution())
                : Map.of();
    }
}
