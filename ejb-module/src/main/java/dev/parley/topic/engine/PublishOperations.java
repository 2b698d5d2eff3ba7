package dev.parley.topic.engine;

import dev.parley.conversation.ParleyOperations;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.PatternOperations;
import jakarta.enterprise.context.Dependent;
import java.util.Collection;
import java.util.Map;

/** The operation that publishes. */
@Dependent
public class PublishOperations implements PatternOperations {

    @Override
    public Map<String, OperationResolution> served(Collection<String> operations) {
        return operations.contains(ParleyOperations.PUBLISH)
                ? Map.of(ParleyOperations.PUBLISH, new PublishResolution())
                : Map.of();
    }
}
