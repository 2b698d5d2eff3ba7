package dev.parley.web.directory;

import dev.parley.directory.OperationView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All operations. */
@Schema(name = "Operations")
public record OperationsBody(@Schema(required = true, description = "By name.") List<OperationBody> operations) {

    /** All of them, in the order given, as operators or others are shown them. */
    static OperationsBody of(List<OperationView> operations, boolean operator) {
        return new OperationsBody(operations.stream()
                .map(operation -> OperationBody.of(operation, operator))
                .toList());
    }
}
