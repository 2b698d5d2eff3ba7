package dev.parley.engine.definitions;

import dev.parley.definition.WrittenDefinition;
import dev.parley.directory.Definition;
import dev.parley.directory.DirectoryProblem;
import dev.parley.message.Caller;
import dev.parley.message.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of mailboxes, pools and queues that operators have entered as providers: who has what is called so gets the
 * requests of others.
 *
 * @param connection where entries are read
 */
record EnteredNames(Connection connection) {

    /**
     * The problem of somebody who makes what an entry refers to, and is not whose it is to be; null if there is none.
     */
    @Nullable
    Problem reserved(String reference, Caller caller) throws SQLException {
        if (caller.operator()) {
            return null;
        }
        for (WrittenDefinition<Definition> entry : referring(reference)) {
            if (!caller.name().equals(entry.definition().owners().get(reference))) {
                return DirectoryProblem.NAME_RESERVED.because("An operator has entered " + reference
                        + " as a provider: its owner makes it, if the entry names one, or an operator.");
            }
        }
        return null;
    }

    /**
     * The problem of deleting what an entry refers to: the next one of that name would get its requests. Which
     * operation that serves is told to operators, who alone see it.
     */
    @Nullable
    Problem stillEntered(String reference, Caller caller) throws SQLException {
        List<WrittenDefinition<Definition>> entries = referring(reference);
        if (entries.isEmpty()) {
            return null;
        }
        String who = caller.operator() ? "Operation '" + entries.get(0).name() + "'" : "An operation";
        return DirectoryProblem.STILL_ENTERED.because(
                who + " has " + reference + " as its provider: an operator has to change that first.");
    }

    /** The owner that an entry names; null if none does. */
    @Nullable
    String owner(String reference) throws SQLException {
        for (WrittenDefinition<Definition> entry : referring(reference)) {
            String owner = entry.definition().owners().get(reference);
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** There are few entries, and this is asked seldom: whichever has the name anywhere is looked at. */
    private List<WrittenDefinition<Definition>> referring(String reference) throws SQLException {
        String name = reference.substring(reference.indexOf(':') + 1);
        return new OperationTable(connection)
                        .rows()
                        .select(
                                " where position(? in definition) > 0 order by name",
                                statement -> statement.setString(1, '"' + name + '"'))
                        .stream()
                        .filter(entry -> entry.definition().references().contains(reference))
                        .toList();
    }
}
