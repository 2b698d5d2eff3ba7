package dev.parley.process.engine;

import dev.parley.definition.WrittenDefinition;
import dev.parley.engine.definitions.DefinitionRows;
import dev.parley.engine.definitions.DefinitionTable;
import dev.parley.engine.definitions.RowReading;
import dev.parley.process.ProcessKind;
import dev.parley.process.ProcessPattern;
import dev.parley.process.ProcessView;
import dev.parley.process.definition.ReadProcess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The table of processes as they are defined now. */
final class ProcessTable {

    private static final String NUMBER = "(select h.number from parley_process_history h"
            + " where h.name = parley_process.name and h.hash = parley_process.hash)";

    private static final String INSTANCE =
            "select id from parley_conversation where pattern = ? and operation = ? and ended = false limit 1";

    private final Connection connection;

    ProcessTable(Connection connection) {
        this.connection = connection;
    }

    private static final class WithNumber implements RowReading<WrittenDefinition<ReadProcess>, ProcessView> {

        @Override
        public List<String> columns() {
            return List.of(NUMBER);
        }

        @Override
        public ProcessView row(WrittenDefinition<ReadProcess> defined, ResultSet result) throws SQLException {
            return new ProcessView(defined, result.getInt(FIRST));
        }

        @Override
        public WrittenDefinition<ReadProcess> defined(ProcessView row) {
            return row.entry();
        }
    }

    /** The processes, each with the number of its version. */
    DefinitionRows<ReadProcess, WrittenDefinition<ReadProcess>, ProcessView> rows(ProcessKind kind) {
        DefinitionTable<ReadProcess, WrittenDefinition<ReadProcess>> table = DefinitionTable.unowned(
                        "parley_process", kind)
                .with("hash", "varchar(64)", entry -> entry.definition()
                        .definition()
                        .hash());
        return new DefinitionRows<>(table, new WithNumber(), connection);
    }

    /** True if an instance goes on. */
    boolean isInUse(String process) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(INSTANCE)) {
            select.setString(1, ProcessPattern.NAME);
            select.setString(2, process);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
