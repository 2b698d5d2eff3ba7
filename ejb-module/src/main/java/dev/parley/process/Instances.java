package dev.parley.process;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import dev.parley.process.command.CommandReader;

/**
 * The instances of processes, as people see them and have something done with them. What was done is committed when a
 * method returns.
 */
public interface Instances {

    /**
     * An instance that the caller may see.
     *
     * @throws Refusal {@code conversation-unknown} 404, also for a conversation that is no process;
     *     {@code conversation-gone} 410
     */
    InstanceView get(String id, Caller caller);

    /**
     * Has something done with an instance. It is in the journal, with who wanted it and why.
     *
     * @throws Refusal as {@link #get}; {@code operators-only} 403, {@code reason-missing} 400, {@code step-unknown}
     *     404, {@code command-refused} or {@code conversation-ended} 409, {@code precondition-failed} 412 if the step
     *     has moved
     */
    InstanceView command(String id, CommandReader.Read command, Caller caller);

    /**
     * Begins a new instance with what one that has ended did before a step.
     *
     * @param body what was said, JSON text; empty for nothing
     * @return the new one
     * @throws Refusal as {@link #command}; {@code body-not-json} or {@code body-invalid} 400
     */
    InstanceView rerun(String id, String body, Caller caller);
}
