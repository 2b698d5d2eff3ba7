package dev.parley.directory;

import dev.parley.definition.DefinitionKind;
import dev.parley.definition.WrittenDefinition;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Operations, as a kind of definitions: operators enter them, and they are nobody's.
 *
 * @param methods true if a method in the EAR serves the operation of a name
 */
public record OperationKind(Predicate<String> methods)
        implements DefinitionKind<Definition, WrittenDefinition<Definition>> {

    /** Entries as they were stored: whether the methods that they are about are still there does not matter. */
    public static final OperationKind STORED = new OperationKind(name -> true);

    @Override
    public String noun() {
        return "entry";
    }

    @Override
    public String none() {
        return "There is no entry";
    }

    @Override
    public Definition read(String name, String text) {
        return DefinitionReader.read(name, text, methods.test(name));
    }

    @Override
    public String text(Definition definition) {
        return definition.toJson();
    }

    @Override
    public WrittenDefinition<Definition> defined(
            String name, long version, String owner, Definition definition, Instant updatedAt, String updatedBy) {
        return new WrittenDefinition<>(name, version, owner, definition, updatedAt, updatedBy);
    }

    @Override
    public @Nullable Problem refusedTo(Caller caller) {
        return caller.operator()
                ? null
                : CommonProblem.OPERATORS_ONLY.because("Only an operator may change the directory.");
    }

    /** Nobody: an entry belongs to the operators. */
    @Override
    public String owner(Definition given, @Nullable WrittenDefinition<Definition> there, Caller writer) {
        return "";
    }

    @Override
    public Problem unknown(String name) {
        return DirectoryProblem.OPERATION_UNKNOWN.because("There is no operation '" + name + "'.");
    }

    @Override
    public Problem undeletable(String name) {
        return methods.test(name)
                ? DirectoryProblem.OPERATION_NOT_ENTERED.because("A method in the EAR serves '" + name
                        + "', and there is no entry to delete; remove the method instead.")
                : unknown(name);
    }
}
