package dev.parley.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened when, for people. It is off while schedules are explored, and on when one that failed is played again.
 */
final class Trace {

    private final boolean on;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    void add(long millis, String line) {
        if (on) {
            lines.add(String.format(java.util.Locale.ROOT, "%9.3f  %s", millis / 1000.0, line));
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
