package dev.parley.definition;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one kind. What was written is committed when a method returns, and holds at once on every node; a
 * crash leaves all of it or nothing. These methods block: they ask the database.
 *
 * @param <T> what is shown of one
 * @see DefinitionKind
 */
public interface Definitions<T> {

    /**
     * Defines one, or changes it.
     *
     * @param definition JSON text, as the kind reads it
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, {@code precondition-failed} 412, and what the
     *     kind refuses
     */
    Written<T> define(String name, String definition, Precondition expected, Caller caller);

    /**
     * The definition of that name.
     *
     * @throws Refusal the kind's, if there is none that the caller may see
     */
    T get(String name, Caller caller);

    /**
     * A page of the definitions that the caller may see, by name.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @param limit how many at most, 1 to 200
     * @throws Refusal {@code parameter-invalid} 400 for a cursor that is none
     */
    Page<T> list(@Nullable String after, int limit, Caller caller);

    /**
     * Deletes one.
     *
     * @throws Refusal {@code precondition-failed} 412, and what the kind refuses
     */
    void delete(String name, Precondition expected, Caller caller);
}
