package dev.parley.process;

import dev.parley.definition.Definitions;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.process.definition.OfferCheck;
import dev.parley.process.definition.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** The processes that there are, and all versions that they have had. Everybody sees them; operators change them. */
public interface Processes extends Definitions<ProcessView> {

    /**
     * Defines a process, or gives it another version. What it has had before is that version again. Instances keep the
     * version that they began with.
     *
     * @param definition JSON text
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, {@code operators-only} 403,
     *     {@code precondition-failed} 412, {@code message-too-large} 413
     */
    @Override
    Written<ProcessView> define(String name, String definition, Precondition expected, Caller caller);

    /**
     * One process.
     *
     * @throws Refusal {@code process-unknown} 404
     */
    @Override
    ProcessView get(String name, Caller caller);

    /**
     * Deletes a process none of whose instances goes on. Its versions are kept: what has ended may still be undone.
     *
     * @throws Refusal {@code process-unknown} 404, {@code operators-only} 403, {@code process-in-use} 409,
     *     {@code precondition-failed} 412
     */
    @Override
    void delete(String name, Precondition expected, Caller caller);

    /**
     * The versions that a process has had, in their order.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @throws Refusal {@code process-unknown} 404, {@code parameter-invalid} 400 for a cursor that is none
     */
    Page<ProcessVersion> versions(String name, @Nullable String after, int limit);

    /**
     * One version that a process has had.
     *
     * @throws Refusal {@code process-unknown} or {@code version-unknown} 404
     */
    ProcessVersion version(String name, int number);

    /** The picture of a process, or of a version, as text that Mermaid draws; with what undoes its steps by now. */
    String picture(ProcessDefinition definition);

    /**
     * What is wrong with a process by now, with the operations that there are.
     *
     * @throws Refusal {@code process-unknown} 404
     */
    OfferCheck problems(String name, Caller caller);
}
