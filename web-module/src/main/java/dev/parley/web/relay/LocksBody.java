package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Locks to be acknowledged. */
@Schema(name = "Locks")
public record LocksBody(@Schema(required = true, minItems = 1, maxItems = 100) List<String> locks) {}
