package dev.parley.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The versions of processes that instances follow, as they are committed. */
public interface Versions {

    /**
     * The versions that new instances of some processes follow.
     *
     * @return without those of names that no process has
     */
    Map<String, KnownProcess> current(Collection<String> processes);

    /** The versions that new instances follow, of all processes that there are, by name. */
    default List<KnownProcess> current() {
        return List.of();
    }

    /**
     * One version, which an instance follows.
     *
     * @throws IllegalStateException if it is not there
     */
    KnownProcess of(String process, int version);

    /** One version, if the process has had it. */
    default Optional<KnownProcess> find(String process, int version) {
        KnownProcess current = current(Set.of(process)).get(process);
        return Optional.ofNullable(current).filter(there -> there.version() == version);
    }

    /** All versions that a process has had, as far as they can be read. */
    default List<KnownProcess> all(String process) {
        return List.copyOf(current(Set.of(process)).values());
    }
}
