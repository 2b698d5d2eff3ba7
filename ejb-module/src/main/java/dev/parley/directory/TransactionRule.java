package dev.parley.directory;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation must run in the engine's transaction: one that opts out of it would take effect again whenever the
 * engine's rolls back. Known by name, because transactions are the engine's business.
 */
final class TransactionRule {

    private static final Set<String> ANNOTATIONS =
            Set.of("jakarta.ejb.TransactionAttribute", "jakarta.transaction.Transactional");
    private static final Set<String> OUTSIDE = Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER");
    private static final String BEANS_OWN = "jakarta.ejb.TransactionManagement";

    private TransactionRule() {}

    /** The annotation by which an operation opts out of the engine's transaction; null if it does not. */
    static @Nullable String violation(OperationMethod operation) {
        Annotation[] onMethod = operation.method().getAnnotations();
        String ofMethod = optsOut(onMethod);
        if (ofMethod != null) {
            return ofMethod;
        }
        boolean methodDecides = Stream.of(onMethod).anyMatch(TransactionRule::isAbout);
        return methodDecides ? null : optsOut(operation.bean().getAnnotations());
    }

    private static @Nullable String optsOut(Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(a -> (isAbout(a) && OUTSIDE.contains(value(a)))
                        || (name(a).equals(BEANS_OWN) && value(a).equals("BEAN")))
                .map(a -> "@" + a.annotationType().getSimpleName() + "(" + value(a) + ")")
                .findFirst()
                .orElse(null);
    }

    private static boolean isAbout(Annotation annotation) {
        return ANNOTATIONS.contains(name(annotation));
    }

    private static String name(Annotation annotation) {
        return annotation.annotationType().getName();
    }

    private static String value(Annotation annotation) {
        try {
            return String.valueOf(annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Every version of " + name(annotation) + " has a value", e);
        }
    }
}
