package dev.parley.exchange.engine;

import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.exchange.Compensations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What undoes operations, as it is in the directory. */
@ApplicationScoped
class DirectoryCompensations implements Compensations {

    @Inject
    Directory directory;

    @Override
    public @Nullable String of(String operation) {
        return directory.find(operation).map(OperationResolution::compensation).orElse(null);
    }

    @Override
    public @Nullable Duration within(String operation) {
        return directory.find(operation).map(OperationResolution::compensable).orElse(null);
    }

    @Override
    public boolean takesReply(String compensation) {
        ServedOperation method =
                directory.find(compensation).map(OperationResolution::method).orElse(null);
        return method != null && !method.takesUndo();
    }
}
