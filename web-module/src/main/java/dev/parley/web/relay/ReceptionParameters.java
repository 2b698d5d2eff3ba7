package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.Reception;
import dev.parley.web.PageParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query of a reception; handed on as it came, the pattern checks it. A parameter without a value is as if it were
 * not there.
 */
public class ReceptionParameters {

    @QueryParam("max")
    @Parameter(
            description = "How many messages at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "1"))
    @Nullable
    String max;

    @QueryParam("wait")
    @Parameter(
            description = "How long to wait for one, in seconds.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "60", defaultValue = "0"))
    @Nullable
    String wait;

    @QueryParam("lock")
    @Parameter(
            description = "For how long they are locked, an ISO 8601 duration; as the mailbox says if it is not given.",
            example = "PT60S")
    @Nullable
    String lock;

    /** Those of a query; the first value counts. */
    static ReceptionParameters of(Function<String, @Nullable String> query) {
        ReceptionParameters parameters = new ReceptionParameters();
        parameters.max = query.apply("max");
        parameters.wait = query.apply("wait");
        parameters.lock = query.apply("lock");
        return parameters;
    }

    Reception reception(
            Caller caller, String mailbox, @Nullable String idempotencyKey, @Nullable List<String> acknowledge) {
        return new Reception(
                caller,
                mailbox,
                PageParameters.given(max),
                PageParameters.given(wait),
                PageParameters.given(lock),
                idempotencyKey,
                acknowledge);
    }

    /** True if the answer may take longer than a commit. */
    boolean waits() {
        return waits(wait);
    }

    /** True if the answer may take longer than a commit, if this is the wait. */
    public static boolean waits(@Nullable String wait) {
        String given = PageParameters.given(wait);
        return given != null && !given.equals("0");
    }

    /** The time that the answer may take, beyond that of a commit. */
    Duration patience() {
        return waits() ? Duration.ofSeconds(Reception.LONGEST_WAIT) : Duration.ZERO;
    }
}
