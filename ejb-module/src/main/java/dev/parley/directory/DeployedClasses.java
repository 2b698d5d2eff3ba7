package dev.parley.directory;

import dev.parley.CompensatedBy;
import dev.parley.Operation;
import dev.parley.Process;
import dev.parley.Subscribe;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes in all jars of the EAR that have annotated methods, whether CDI knows them or not: of an archive in which
 * only annotated classes are beans, and of one that has no beans, CDI tells nobody of others. The server says it before
 * CDI begins.
 */
public final class DeployedClasses {

    /** The annotations that do something on methods of beans alone. */
    public static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(Operation.class, Subscribe.class, Process.class, CompensatedBy.class);

    private static volatile Set<String> names = Set.of();

    private DeployedClasses() {}

    /** Notes the names of all of them. */
    public static void found(Collection<String> all) {
        names = Set.copyOf(all);
    }

    /** Those that were found, as far as they can be loaded from here: those of a WAR have another loader. */
    static List<Class<?>> all() {
        return names.stream().sorted().flatMap(name -> load(name).stream()).toList();
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, DeployedClasses.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            // Whoever needs it will see that
            return Optional.empty();
        }
    }
}
