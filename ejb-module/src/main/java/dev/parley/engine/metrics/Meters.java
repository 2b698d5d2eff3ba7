package dev.parley.engine.metrics;

import java.time.Duration;
import java.util.List;

/** Where numbers are collected. */
interface Meters {

    /** Nowhere. */
    Meters NONE = new Meters() {

        @Override
        public void ended(String operation, String status, Duration took) {}

        @Override
        public void batch(String queue, int size) {}

        @Override
        public void show(List<Measurement> all) {}

        @Override
        public void close() {}
    };

    /** A conversation has ended. */
    void ended(String operation, String status, Duration took);

    /** That many messages shared a transaction. */
    void batch(String queue, int size);

    /** Shows those numbers, and no others of before. */
    void show(List<Measurement> all);

    /** Forgets them all: Parley is undeployed. */
    void close();
}
