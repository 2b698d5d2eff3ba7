package dev.parley.process;

import java.util.Collection;
import java.util.Map;

/** The versions of processes that instances follow, as they are committed. */
public interface Versions {

    /**
     * The versions that new instances of some processes follow.
     *
     * @return without those of names that no process has
     */
    Map<String, KnownProcess> current(Collection<String> processes);

    /**
     * One version, which an instance follows.
     *
     * @throws IllegalStateException if it is not there
     */
    KnownProcess of(String process, int version);
}
