package dev.parley.engine.metrics;

import java.util.Map;

/**
 * One number, as it stands now.
 *
 * @param name what it is of
 * @param tags what tells it from others of that name; never an id, of which there is no end
 * @param value the number
 */
public record Measurement(String name, Map<String, String> tags, double value) {

    /** Copies the tags. */
    public Measurement {
        tags = Map.copyOf(tags);
    }

    /** A number of which there is one. */
    public static Measurement of(String name, long value) {
        return new Measurement(name, Map.of(), (double) value);
    }

    /** A number of which there is one for each value of a tag. */
    public static Measurement of(String name, String tag, String of, long value) {
        return new Measurement(name, Map.of(tag, of), (double) value);
    }

    /** A number of which there is one for each value of a tag. */
    public static Measurement of(String name, String tag, String of, double value) {
        return new Measurement(name, Map.of(tag, of), value);
    }
}
