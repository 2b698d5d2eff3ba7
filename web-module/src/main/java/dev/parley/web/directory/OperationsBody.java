package dev.parley.web.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All operations. */
@Schema(name = "Operations")
public record OperationsBody(@Schema(required = true, description = "By name.") List<OperationBody> operations) {}
