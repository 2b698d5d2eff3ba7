package dev.parley.definition;

import dev.parley.message.AddressPolicy;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of definitions: what they are called, how they are read, who may write one, and which problems whoever may not
 * is told. It decides; what it decides about is stored by the engine.
 *
 * @param <D> what is defined
 * @param <T> a definition as it stands
 */
public interface DefinitionKind<D, T extends Defined<D>> {

    /** The noun for one of them, such as {@code pool}. */
    String noun();

    /**
     * The definition that is in a text that somebody wrote.
     *
     * @throws Refusal {@code body-not-json} or {@code body-invalid}
     */
    D read(String name, String text);

    /** The text that is stored, which {@link #read} reads. */
    String text(D definition);

    /** A definition as it stands. */
    T defined(String name, long version, String owner, D definition, Instant updatedAt, String updatedBy);

    /** The problem of a name that there is none of, for this caller. */
    Problem unknown(String name);

    /**
     * The definition that is in a stored text, which was read before.
     *
     * @throws IllegalStateException if this version cannot read it
     */
    default D stored(String name, String text) {
        try {
            return read(name, text);
        } catch (Refusal e) {
            throw new IllegalStateException("The definition of " + noun() + " '" + name + "' cannot be read", e);
        }
    }

    /** The pattern of the names that one can have. */
    default Pattern names() {
        return AddressPolicy.MAILBOX;
    }

    /** The problem of a caller who may write none of them at all; null if there is nothing to be said. */
    default @Nullable Problem refusedTo(Caller caller) {
        return null;
    }

    /** True if others than the owner, and operators, see nothing of it. */
    default boolean isHidden() {
        return false;
    }

    /** The problem of who writes what is somebody else's. */
    default Problem notYours(String name) {
        return unknown(name);
    }

    /**
     * The participant whose it is when this is written: whose it was, or who writes the first one. Only operators make
     * it somebody else's.
     */
    default String owner(D given, @Nullable T there, Caller writer) {
        return there == null ? writer.name() : there.owner();
    }

    /**
     * The reference to one in the entry of an operation, whose requests its owner gets then; null if no entry refers to
     * such a one.
     */
    default @Nullable String reference(String name) {
        return null;
    }

    /** True if writing a definition over one that stands changes nothing, not even its version. */
    default boolean isUnchanged(T there, D given) {
        return false;
    }

    /**
     * The problem of who has as many as one may have.
     *
     * @throws UnsupportedOperationException if there may be any number of them
     */
    default Problem tooMany(int most) {
        throw new UnsupportedOperationException("There may be any number of definitions of a " + noun());
    }

    /** The problem of deleting what is not there. */
    default Problem undeletable(String name) {
        return unknown(name);
    }

    /** The problem of who gives away what is to be his own. */
    default Problem givenAway() {
        return CommonProblem.OPERATORS_ONLY.because("Only an operator may give a " + noun() + " to somebody else.");
    }

    /** The sentence that is to be said where there is none. */
    default String none() {
        return "There is no such " + noun();
    }

    /**
     * The problem of who expected something else to be there.
     *
     * @param version of what is there; null if there is nothing
     */
    default Problem preconditionFailed(@Nullable Long version) {
        String stands = version == null ? none() : "The " + noun() + " has the ETag \"" + version + "\"";
        return CommonProblem.PRECONDITION_FAILED.because(
                stands + ", which If-Match or If-None-Match rules out; read it again.");
    }
}
