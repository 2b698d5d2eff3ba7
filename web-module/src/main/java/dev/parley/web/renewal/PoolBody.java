package dev.parley.web.renewal;

import dev.parley.message.Caller;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pool, and how much of it is in use. */
@Schema(name = "Pool")
public record PoolBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "Who defined it.") String owner,
        @Schema(required = true) Integer capacity,
        @Schema(required = true) String pingEvery,
        @Schema(required = true) String pingTimeout,
        @Schema(required = true) Integer pingAttempts,
        @Schema(required = true) Double pressure,
        @Schema(description = "Absent if grants do not end by themselves.") @Nullable String maxLifetime,
        @Schema(required = true) Boolean lease,
        @Schema(
                        required = true,
                        description =
                                "Who may ask for a grant besides whoever runs the pool; * for everybody. Whoever does"
                                        + " not run it is shown *, or itself, or none.")
                List<String> holders,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "How many grants are held.") Integer held,
        @Schema(required = true, description = "How many more could be granted now.") Integer free,
        @Schema(required = true, description = "How many wait.") Integer waiting,
        @Schema(required = true, description = "Whether holders are asked early.") Boolean underPressure) {

    /** A pool as a caller is shown it: who else may hold it is for whoever runs it. */
    static PoolBody of(PoolView view, Caller caller) {
        Pool pool = view.pool();
        PoolDefinition definition = pool.definition();
        return new PoolBody(
                pool.name(),
                pool.owner(),
                definition.capacity(),
                definition.pingEvery().toString(),
                definition.pingTimeout().toString(),
                definition.pingAttempts(),
                definition.pressure(),
                Objects.toString(definition.maxLifetime(), null),
                definition.lease(),
                pool.holdersFor(caller),
                pool.updatedAt(),
                pool.updatedBy(),
                view.held(),
                view.free(),
                view.waiting(),
                view.underPressure());
    }
}
