package dev.parley.engine.broker;

import java.util.Set;
import java.util.function.Function;

/**
 * The roles by which operations go, of those that a sender may have. Who knows the directory says so here: the broker
 * is guarded before it is there.
 */
public final class RolesThatMatter {

    /** That of commands is known without a directory, so that one is taken while Parley starts. */
    private static final Function<String, Set<String>> BY_NAME =
            operation -> operation.equals("parley.command") ? Set.of("operator") : Set.of();

    private static volatile Function<String, Set<String>> roles = BY_NAME;

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
        roles = BY_NAME;
    }

    static Set<String> to(String operation) {
        return roles.apply(operation);
    }
}
