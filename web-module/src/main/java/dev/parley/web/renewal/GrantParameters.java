package dev.parley.web.renewal;

import dev.parley.message.Refusal;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantQuery;
import dev.parley.web.PageParameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of a list of grants. A parameter without a value is as if it were not there. */
public class GrantParameters extends PageParameters {

    @QueryParam("status")
    @Parameter(
            description = "Only grants that stand there.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"WAITING", "HELD", "RELEASED", "RELINQUISHED"}))
    @Nullable
    String status;

    @QueryParam("holder")
    @Parameter(description = "Only grants of this holder, as they show it.", example = "user:alice")
    @Nullable
    String holder;

    /**
     * The query that is asked for.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    GrantQuery query(String pool) {
        return new GrantQuery(
                pool,
                oneOf(Grant.Status.values(), "status", status),
                findable("holder", holder, "holders of grants"),
                cursor(),
                size());
    }
}
