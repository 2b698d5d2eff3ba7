package dev.parley.directory;

import dev.parley.conversation.Particulars;
import dev.parley.conversation.Provision;
import dev.parley.message.Refusal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operation as the directory has it. */
public interface OperationResolution {

    /** The name of the operation; of one that a process serves, that of the process. */
    String name();

    /** The method that serves it; null if a provider outside of the EAR does. */
    @Nullable
    ServedOperation method();

    /** The providers that serve it outside of the EAR; null if a method does. */
    @Nullable
    Provision provision();

    /** The operation that undoes it; null for none. */
    default @Nullable String compensation() {
        ServedOperation method = method();
        return method == null ? null : method.compensation();
    }

    /** How long after its end a single request can be undone; null for as long as is configured. */
    default @Nullable Duration compensable() {
        return null;
    }

    /** The operation that says whether a request was done which was not answered; null for none. */
    default @Nullable String outcome() {
        return null;
    }

    /**
     * Whether it is always known if a request was done: what serves it commits with Parley's own rows. Of somebody
     * outside it may never be known.
     */
    default boolean isAlwaysKnown() {
        return method() != null;
    }

    /**
     * Whether the conversation that a request names is another one, which it is about; otherwise it is the request's
     * own.
     */
    default boolean namesAnother() {
        return false;
    }

    /** Whether a request to it begins an instance of a process. */
    default boolean beginsProcess() {
        return false;
    }

    /** The roles that matter to it, of those that a sender of its requests may have. */
    default Set<String> roles() {
        return Set.of();
    }

    /**
     * The particulars of a request that matter to the operation; none to most.
     *
     * @throws Refusal {@code header-invalid} if they are not what they have to be
     */
    default Particulars particulars(Particulars given) {
        return Particulars.NONE;
    }

    /**
     * The operation as a request with these particulars asks for it.
     *
     * @throws Refusal {@code version-unknown} if it has had no such version
     */
    default OperationResolution asked(Particulars particulars) {
        return this;
    }

    /**
     * Checks a request against the operation's schema before anything is stored.
     *
     * @param body JSON text
     * @return for a method, the request ready for {@link ServedOperation#call}; for anything else a request that nobody
     *     reads
     * @throws Refusal {@code body-not-json} or {@code body-invalid} with the fields and what was expected, status 400
     */
    ServedOperation.Request read(String body);
}
