package dev.parley.engine.config;

/**
 * The settings of one pattern. CDI finds those that implement it; they are read when Parley starts, together with its
 * own settings, so that of all keys that are wrong it is said at once what to write instead. {@link Configuration#of}
 * has what was read.
 *
 * @param <T> the settings
 */
@FunctionalInterface
public interface SettingsGroup<T> {

    /** Reads the settings of the pattern. What is wrong is noted by the reader, and the default taken in its place. */
    T read(SettingsReader keys);
}
