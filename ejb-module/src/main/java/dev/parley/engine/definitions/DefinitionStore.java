package dev.parley.engine.definitions;

import dev.parley.definition.Defined;
import dev.parley.definition.DefinitionKind;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.definition.Written.Change;
import dev.parley.engine.commit.Result;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of one kind in the database: written, shown, listed and deleted as the kind allows. Who changes one
 * has it locked; what is refused is thrown outside of the transaction, so that nobody logs it.
 *
 * @param connections where transactions come from
 * @param kind what is defined
 * @param rows its table, with a connection
 * @param clock the time at which something is written
 * @param most how many one owner may have
 * @param <D> what is defined
 * @param <T> a definition as it stands
 * @param <R> a row: a definition, with what the table has besides
 */
public record DefinitionStore<D, T extends Defined<D>, R>(
        Connections connections,
        DefinitionKind<D, T> kind,
        Function<Connection, DefinitionRows<D, T, R>> rows,
        Connections.Work<Instant> clock,
        int most) {

    /** Any number of definitions. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** The view of a definition that was written, in the transaction that writes it. */
    @FunctionalInterface
    public interface View<T, R, V> {

        /**
         * The view of it.
         *
         * @param before the row as it was; null if there was none
         */
        V of(T written, @Nullable R before, Connection connection) throws SQLException;
    }

    /** The check of a row that is to be deleted, and the work that is done with it if it can be. */
    @FunctionalInterface
    public interface Deletion<R> {

        /** The problem because of which it cannot be deleted; null when it is. */
        @Nullable
        Problem of(R row, Connection connection) throws SQLException;
    }

    /**
     * Defines one, or changes it.
     *
     * @throws Refusal as {@link dev.parley.definition.Definitions#define}
     */
    public <V> Written<V> define(String name, String text, Precondition expected, Caller caller, View<T, R, V> view) {
        requireWritable(name, caller);
        return written(new Writing<>(name, kind.read(name, text), expected, caller), view);
    }

    /**
     * Defines one that was read before, or changes it.
     *
     * @throws Refusal as {@link dev.parley.definition.Definitions#define}
     */
    public <V> Written<V> put(String name, D given, Precondition expected, Caller caller, View<T, R, V> view) {
        requireWritable(name, caller);
        return written(new Writing<>(name, given, expected, caller), view);
    }

    private void requireWritable(String name, Caller caller) {
        requireWriter(caller);
        if (!kind.names().matcher(name).matches()) {
            throw new Refusal(kind.unknown(name));
        }
    }

    private <V> Written<V> written(Writing<D> writing, View<T, R, V> view) {
        return connections
                .inNew(connection -> write(writing, rows.apply(connection), view, connection))
                .orThrow();
    }

    private void requireWriter(Caller caller) {
        Problem refused = kind.refusedTo(caller);
        if (refused != null) {
            throw new Refusal(refused);
        }
    }

    private record Writing<D>(String name, D given, Precondition expected, Caller caller) {}

    private <V> Result<Written<V>> write(
            Writing<D> writing, DefinitionRows<D, T, R> table, View<T, R, V> view, Connection connection)
            throws SQLException {
        while (true) {
            R before = table.lock(writing.name());
            T there = before == null ? null : table.defined(before);
            Problem refused = there == null ? reserved(writing, connection) : null;
            refused = refused == null ? refused(writing, there, table) : refused;
            if (refused != null) {
                return Result.refused(refused);
            }
            if (there != null && kind.isUnchanged(there, writing.given())) {
                return Result.of(new Written<>(view.of(there, before, connection), Change.UNCHANGED));
            }
            T defined = defined(writing, there, table, connection);
            if (there != null) {
                table.update(defined);
                return Result.of(new Written<>(view.of(defined, before, connection), Change.UPDATED));
            }
            if (table.insert(defined)) {
                return Result.of(new Written<>(view.of(defined, null, connection), Change.CREATED));
            }
            // somebody else has made it just now: it is there to be locked
        }
    }

    private @Nullable Problem reserved(Writing<D> writing, Connection connection) throws SQLException {
        String reference = kind.reference(writing.name());
        return reference == null ? null : new EnteredNames(connection).reserved(reference, writing.caller());
    }

    private T defined(Writing<D> writing, @Nullable T there, DefinitionRows<D, T, R> table, Connection connection)
            throws SQLException {
        Caller writer = writing.caller();
        String owner = kind.owner(writing.given(), there, writer);
        return kind.defined(
                writing.name(), table.nextVersion(), owner, writing.given(), clock.with(connection), writer.name());
    }

    private @Nullable Problem refused(Writing<D> writing, @Nullable T there, DefinitionRows<D, T, R> table)
            throws SQLException {
        Caller caller = writing.caller();
        Problem refused = refused(writing.name(), there, writing.expected(), caller);
        if (refused != null) {
            return refused;
        }
        String owner = kind.owner(writing.given(), there, caller);
        boolean isNewToOwner = there == null || !owner.equals(there.owner());
        if (isNewToOwner && !owner.isEmpty() && !caller.maySee(owner)) {
            return kind.givenAway();
        }
        boolean isOneTooMany = isNewToOwner && most < UNLIMITED && table.count(owner) >= most;
        return isOneTooMany ? kind.tooMany(most) : null;
    }

    private @Nullable Problem refused(String name, @Nullable T there, Precondition expected, Caller caller) {
        if (there != null && !caller.maySee(there.owner())) {
            return kind.notYours(name);
        }
        Long version = there == null ? null : there.version();
        return expected.holds(version) ? null : kind.preconditionFailed(version);
    }

    /**
     * The row of that name.
     *
     * @throws Refusal the kind's, if there is none that the caller may see
     */
    public R get(String name, Caller caller) {
        return connections.here(connection -> {
            DefinitionRows<D, T, R> table = rows.apply(connection);
            R found = table.find(name);
            if (found == null
                    || (kind.isHidden() && !caller.maySee(table.defined(found).owner()))) {
                throw new Refusal(kind.unknown(name));
            }
            return found;
        });
    }

    /**
     * The owner of the one that the entry of an operation refers to in that way; null if it refers to something else,
     * or there is none.
     */
    public @Nullable String owner(String reference) {
        String name = reference.substring(reference.indexOf(':') + 1);
        return reference.equals(kind.reference(name))
                ? connections.here(connection -> owner(name, connection)).orElse(null)
                : null;
    }

    private Optional<String> owner(String name, Connection connection) throws SQLException {
        DefinitionRows<D, T, R> table = rows.apply(connection);
        return Optional.ofNullable(table.find(name))
                .map(found -> table.defined(found).owner());
    }

    /**
     * A page of the rows that the caller may see, by name.
     *
     * @param after the cursor that the page before gave; null for the first page
     */
    public Page<R> list(@Nullable String after, int limit, Caller caller) {
        if (after != null && !kind.names().matcher(after).matches()) {
            throw Page.notACursor();
        }
        String owner = kind.isHidden() && !caller.operator() ? caller.name() : null;
        String begin = after == null ? "" : after;
        return connections.here(connection -> {
            DefinitionRows<D, T, R> table = rows.apply(connection);
            return Page.read(limit, count -> table.list(owner, begin, count), last -> table.defined(last)
                    .name());
        });
    }

    /**
     * Deletes one.
     *
     * @throws Refusal as {@link dev.parley.definition.Definitions#delete}
     */
    public void delete(String name, Precondition expected, Caller caller, Deletion<R> deletion) {
        requireWriter(caller);
        connections
                .inNew(connection -> deleted(name, expected, caller, deletion, connection))
                .orThrow();
    }

    private Result<Boolean> deleted(
            String name, Precondition expected, Caller caller, Deletion<R> deletion, Connection connection)
            throws SQLException {
        DefinitionRows<D, T, R> table = rows.apply(connection);
        R there = table.lock(name);
        Problem refused =
                there == null ? kind.undeletable(name) : refused(name, table.defined(there), expected, caller);
        if (refused == null) {
            refused = stillEntered(name, caller, connection);
        }
        if (refused == null && there != null) {
            refused = deletion.of(there, connection);
        }
        return refused == null ? Result.of(true) : Result.refused(refused);
    }

    private @Nullable Problem stillEntered(String name, Caller caller, Connection connection) throws SQLException {
        String reference = kind.reference(name);
        return reference == null ? null : new EnteredNames(connection).stillEntered(reference, caller);
    }
}
