package dev.parley.bench.relay;

import dev.parley.bench.Figures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who keeps the messages. */
enum RelaySide implements Figures.Column {
    PARLEY("Parley", ""),
    MEMORY("ElasticMQ, in memory", ""),
    H2("ElasticMQ, H2", ";"),
    DURABLE("ElasticMQ, H2 with `WRITE_DELAY=0`", ";WRITE_DELAY=0");

    private final String title;
    private final String storage;

    RelaySide(String title, String storage) {
        this.title = title;
        this.storage = storage;
    }

    /** A table with a column for each. */
    static Figures figures() {
        Map<RelaySide, String> columns = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(side -> columns.put(side, side.title));
        return new Figures(columns);
    }

    /** Whether ElasticMQ keeps the messages in a database. */
    boolean stored() {
        return !storage.isEmpty();
    }

    /** What follows the path of its database. */
    String storage() {
        return storage.equals(";") ? "" : storage;
    }
}
