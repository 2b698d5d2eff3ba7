package dev.parley.topic.engine;

import dev.parley.engine.definitions.DefinitionRows;
import dev.parley.engine.definitions.DefinitionTable;
import dev.parley.engine.definitions.RowReading;
import dev.parley.topic.Topic;
import dev.parley.topic.TopicDefinition;
import dev.parley.topic.TopicKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/** The table of topics, with the number of the last event of each. */
final class TopicTable {

    private static final DefinitionTable<TopicDefinition, Topic> TABLE = DefinitionTable.of(
                    "parley_topic", TopicKind.STORED)
            .initially("last_number", "cast(? as bigint)", topic -> 0L);

    private TopicTable() {}

    /**
     * A topic as it stands.
     *
     * @param topic the topic
     * @param last the number of its last event
     */
    record Row(Topic topic, long last) {}

    /** The rows. */
    static DefinitionRows<TopicDefinition, Topic, Row> rows(Connection connection, ConcurrentMap<String, Topic> known) {
        return new DefinitionRows<>(TABLE, new WithLast(), connection, known);
    }

    private static final class WithLast implements RowReading<Topic, Row> {

        @Override
        public List<String> columns() {
            return List.of("last_number");
        }

        @Override
        public Row row(Topic defined, ResultSet result) throws SQLException {
            return new Row(defined, result.getLong(FIRST));
        }

        @Override
        public Topic defined(Row row) {
            return row.topic();
        }
    }
}
