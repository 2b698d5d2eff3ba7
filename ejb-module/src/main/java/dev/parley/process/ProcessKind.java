package dev.parley.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.definition.DefinitionKind;
import dev.parley.definition.WrittenDefinition;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.definition.ReadProcess;
import dev.parley.process.rule.ProcessProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Processes, as a kind of definitions: operators define them, they are nobody's, and their content makes their version.
 *
 * @param reader reads what was written
 */
public record ProcessKind(ProcessReader reader) implements DefinitionKind<ReadProcess, WrittenDefinition<ReadProcess>> {

    /** Processes as they were stored: which operations there are does not matter. */
    public static final ProcessKind STORED =
            new ProcessKind(new ProcessReader(DefinitionLimits.DEFAULT, operation -> null));

    /** ASCII only, so that any text can be stored. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Override
    public String noun() {
        return "process";
    }

    @Override
    public ReadProcess read(String name, String text) {
        return reader.read(name, text);
    }

    @Override
    public ReadProcess stored(String name, String text) {
        return new ReadProcess(reader.stored(name, text), List.of());
    }

    @Override
    public String text(ReadProcess definition) {
        try {
            return JSON.writeValueAsString(definition.definition().json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON can be written", e);
        }
    }

    @Override
    public WrittenDefinition<ReadProcess> defined(
            String name, long version, String owner, ReadProcess definition, Instant updatedAt, String updatedBy) {
        return new WrittenDefinition<>(name, version, owner, definition, updatedAt, updatedBy);
    }

    @Override
    public boolean isUnchanged(WrittenDefinition<ReadProcess> there, ReadProcess given) {
        return there.definition().definition().hash().equals(given.definition().hash());
    }

    @Override
    public @Nullable Problem refusedTo(Caller caller) {
        return caller.operator()
                ? null
                : CommonProblem.OPERATORS_ONLY.because("Only an operator may change which processes there are.");
    }

    /** Nobody: a process belongs to the operators. */
    @Override
    public String owner(ReadProcess given, @Nullable WrittenDefinition<ReadProcess> there, Caller writer) {
        return "";
    }

    @Override
    public Problem unknown(String name) {
        return ProcessProblem.PROCESS_UNKNOWN.because("There is no process '" + Quote.of(name) + "'.");
    }

    /** The problem {@code version-unknown} of a version that a process has not had. */
    public Problem versionUnknown(String name, int version) {
        return ProcessProblem.VERSION_UNKNOWN.because(
                "Process '" + Quote.of(name) + "' has had no version " + version + ".");
    }

    /** The problem {@code process-in-use} of a process that is to be deleted with instances that have not ended. */
    public Problem inUse(String name) {
        return ProcessProblem.PROCESS_IN_USE.because(
                "Process '" + name + "' has instances that have not ended: cancel them, or wait for their end.");
    }
}
