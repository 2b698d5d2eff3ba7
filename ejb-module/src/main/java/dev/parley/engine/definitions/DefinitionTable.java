package dev.parley.engine.definitions;

import dev.parley.definition.Defined;
import dev.parley.definition.DefinitionKind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a kind of definitions: what it is called, and which columns it has. All have {@code name},
 * {@code version}, {@code owner}, {@code definition}, {@code updated_at} and {@code updated_by}. Versions come from the
 * sequence that is called like the table, with {@code _version} behind.
 *
 * @param name what it is called
 * @param kind what is in it
 * @param changed columns that are written with each change
 * @param initial columns that are written when a row is inserted, and changed by others
 * @param afterInsert statements for a row that was inserted, with a place for its name
 * @param <D> what is defined
 * @param <T> a definition as it stands
 */
public record DefinitionTable<D, T extends Defined<D>>(
        String name,
        DefinitionKind<D, T> kind,
        List<Column<T>> changed,
        List<Column<T>> initial,
        List<String> afterInsert) {

    public DefinitionTable {
        changed = List.copyOf(changed);
        initial = List.copyOf(initial);
        afterInsert = List.copyOf(afterInsert);
    }

    /** A table with the columns that all have. */
    public static <D, T extends Defined<D>> DefinitionTable<D, T> of(String name, DefinitionKind<D, T> kind) {
        return unowned(name, kind).with("owner", "varchar(255)", Defined::owner);
    }

    /** A table without an owner: what is in it is nobody's. */
    public static <D, T extends Defined<D>> DefinitionTable<D, T> unowned(String name, DefinitionKind<D, T> kind) {
        return new DefinitionTable<>(name, kind, Column.ofAll(kind), List.of(), List.of());
    }

    /** The table with a column more, for those who look for something by it. */
    public DefinitionTable<D, T> with(String column, String type, Function<T, @Nullable Object> value) {
        return new DefinitionTable<>(name, kind, and(changed, Column.of(column, type, value)), initial, afterInsert);
    }

    /**
     * The table with a column more, which others change.
     *
     * @param expression what it is at first, with one place
     */
    public DefinitionTable<D, T> initially(String column, String expression, Function<T, @Nullable Object> value) {
        List<Column<T>> more = and(initial, new Column<>(column, expression, value));
        return new DefinitionTable<>(name, kind, changed, more, afterInsert);
    }

    /** The table with a statement more that follows an insert, with one place for the name. */
    public DefinitionTable<D, T> afterInsert(String statement) {
        return new DefinitionTable<>(name, kind, changed, initial, and(afterInsert, statement));
    }

    /** The columns of a row that is inserted. */
    List<Column<T>> inserted() {
        return Stream.concat(named().stream(), initial.stream()).toList();
    }

    /** The columns of a row that is updated, and the one that says which. */
    List<Column<T>> named() {
        return and(changed, Column.of("name", "varchar(255)", Defined::name));
    }

    /** The rows, with columns besides. */
    String select(List<String> besides) {
        boolean isOwned = changed.stream().anyMatch(column -> column.name().equals("owner"));
        String all = "select name, version, " + (isOwned ? "owner" : "''") + ", definition, updated_at, updated_by";
        return besides.stream().map(", "::concat).collect(Collectors.joining("", all, " from " + name));
    }

    /** An insert that does nothing if there is a row of that name, or one was committed just now. */
    String insert() {
        return inserted().stream()
                        .map(Column::name)
                        .collect(Collectors.joining(", ", "insert into " + name + " (", ")"))
                + inserted().stream().map(Column::expression).collect(Collectors.joining(", ", " select ", ""))
                + " on conflict do nothing";
    }

    String update() {
        return changed.stream()
                .map(column -> column.name() + " = ?")
                .collect(Collectors.joining(", ", "update " + name + " set ", " where name = ?"));
    }

    private static <E> List<E> and(List<E> list, E more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
