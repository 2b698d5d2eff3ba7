package dev.parley.bench.relay;

import dev.parley.bench.Figures;

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

    @Override
    public String title() {
        return title;
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
