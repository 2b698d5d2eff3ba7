package dev.parley.directory;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Vetoed;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The annotated methods that nobody will ever call, because the class that they are in is no bean. */
final class StrayMethods {

    private StrayMethods() {}

    /**
     * What is wrong with the classes, each saying what to write instead; empty if nothing is.
     *
     * @param classes classes that may have such methods
     * @param beans the classes of all beans
     */
    static List<String> problems(Collection<Class<?>> classes, Set<Class<?>> beans) {
        return classes.stream()
                .filter(type -> !isLeftOut(type) && beans.stream().noneMatch(type::isAssignableFrom))
                .flatMap(StrayMethods::firstProblem)
                .toList();
    }

    private static Stream<String> firstProblem(Class<?> type) {
        return Arrays.stream(declaredMethods(type))
                .filter(method -> !method.isBridge())
                .flatMap(method -> annotation(method).stream().map(annotation -> problem(type, method, annotation)))
                .limit(1);
    }

    private static Method[] declaredMethods(Class<?> type) {
        try {
            return type.getDeclaredMethods();
        } catch (LinkageError e) {
            // Something that it needs is not there, as in optional parts of libraries: nobody could call it either
            return new Method[0];
        }
    }

    private static String problem(Class<?> type, Method method, Class<? extends Annotation> annotation) {
        String where = new OperationMethod(type, method, false).where();
        return type.getName() + " is no bean, and @" + annotation.getSimpleName() + " on " + where
                + " does nothing; annotate the class with @ApplicationScoped, or @Stateless, and give it a constructor"
                + " without parameters. If that is meant, annotate it with @Vetoed";
    }

    private static Optional<Class<? extends Annotation>> annotation(Method method) {
        return DeployedClasses.ANNOTATIONS.stream()
                .filter(method::isAnnotationPresent)
                .findFirst();
    }

    /** True if the application does not want it to be a bean, or not now. */
    private static boolean isLeftOut(Class<?> type) {
        Package itsPackage = type.getPackage();
        return type.isAnnotationPresent(Vetoed.class)
                || isAlternative(type)
                || (itsPackage != null && itsPackage.isAnnotationPresent(Vetoed.class));
    }

    /** By itself, or by a stereotype. */
    private static boolean isAlternative(Class<?> type) {
        return type.isAnnotationPresent(Alternative.class)
                || Arrays.stream(type.getAnnotations())
                        .anyMatch(one -> one.annotationType().isAnnotationPresent(Alternative.class));
    }
}
