package dev.parley.engine.definitions;

import dev.parley.definition.Defined;
import dev.parley.definition.DefinitionKind;
import dev.parley.engine.jdbc.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of definitions.
 *
 * @param expression what it is in an insert, with one place
 * @param value what is put into the place
 */
record Column<T>(String name, String expression, Function<T, @Nullable Object> value) {

    static <T> Column<T> of(String name, String type, Function<T, @Nullable Object> value) {
        return new Column<>(name, "cast(? as " + type + ")", value);
    }

    /** Columns of all definitions, besides their name and owner. */
    static <D, T extends Defined<D>> List<Column<T>> ofAll(DefinitionKind<D, T> kind) {
        return List.of(
                of("version", "bigint", Defined::version),
                of("definition", "varchar(1048576)", defined -> kind.text(defined.definition())),
                of("updated_at", "timestamp(6) with time zone", defined -> Sql.time(defined.updatedAt())),
                of("updated_by", "varchar(255)", Defined::updatedBy));
    }

    /** Executes a statement with the values of a definition in its places. */
    static <T> int execute(PreparedStatement statement, List<Column<T>> columns, T defined) throws SQLException {
        int place = 1;
        for (Column<T> column : columns) {
            statement.setObject(place++, column.value().apply(defined));
        }
        return statement.executeUpdate();
    }
}
