package dev.parley.directory;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import java.util.List;

/**
 * The operations, as they are shown to all, and the entries by which operators add those whose providers are outside of
 * the EAR. What was written is committed when a method returns, and holds at once on every node; a crash leaves all of
 * it or nothing.
 */
public interface Entries {

    /** All operations, entered ones and methods, by name. */
    List<OperationView> list();

    /**
     * The operation of that name.
     *
     * @throws Refusal {@code operation-unknown}, status 404
     */
    OperationView get(String name);

    /**
     * Enters an operation, or changes it.
     *
     * @param definition JSON text, see {@link DefinitionReader}
     * @throws Refusal {@code operators-only} 403, {@code precondition-failed} 412, {@code body-not-json} or
     *     {@code body-invalid} 400
     */
    Written<OperationView> enter(String name, String definition, Precondition expected, Caller caller);

    /**
     * Deletes what was entered; a method in the EAR of that name serves the operation again.
     *
     * @throws Refusal {@code operators-only} 403, {@code precondition-failed} 412, {@code operation-not-entered} 409,
     *     {@code operation-unknown} 404
     */
    void delete(String name, Precondition expected, Caller caller);
}
