package dev.parley.engine.broker;

import java.util.Set;
import java.util.function.Function;

/**
 * The roles by which operations go, of those that a sender may have. Who knows the directory says so here: the broker
 * is guarded before it is there.
 */
public final class RolesThatMatter {

    private static volatile Function<String, Set<String>> roles = RolesThatMatter::byName;

    private RolesThatMatter() {}

    /**
     * Has somebody asked.
     *
     * @param directory gives the roles by which an operation goes
     */
    public static void ask(Function<String, Set<String>> directory) {
        roles = directory;
    }

    /** Lets nobody be asked any more. */
    public static void askNobody() {
        roles = RolesThatMatter::byName;
    }

    /** That of commands is known without a directory, so that one is taken while Parley starts. */
    private static Set<String> byName(String operation) {
        return operation.equals("parley.command") ? Set.of("operator") : Set.of();
    }

    static Set<String> to(String operation) {
        return roles.apply(operation);
    }
}
