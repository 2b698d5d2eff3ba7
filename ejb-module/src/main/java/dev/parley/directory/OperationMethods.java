package dev.parley.directory;

import dev.parley.CompensatedBy;
import dev.parley.Operation;
import dev.parley.Subscribe;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the annotated methods of a class, its own and inherited ones. */
final class OperationMethods {

    private OperationMethods() {}

    static List<Method> of(Class<?> bean) {
        // A bridge carries the annotations of what it calls, but only hides what that overrides.
        return visible(bean).stream().filter(m -> isServing(m) && !m.isBridge()).toList();
    }

    private static List<Method> visible(Class<?> bean) {
        List<Method> visible = new ArrayList<>();
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (!isBridgeToInherited(method) && visible.stream().noneMatch(seen -> overrides(seen, method))) {
                    visible.add(method);
                }
            }
        }
        return visible;
    }

    /**
     * What is wrong with methods of a class, its own and inherited ones, that would be undone and can never be done.
     */
    static List<String> undoneWithoutOperation(Class<?> bean) {
        return visible(bean).stream()
                .filter(m -> m.isAnnotationPresent(CompensatedBy.class) && !isServing(m) && !m.isBridge())
                .map(m -> "@CompensatedBy(\""
                        + m.getAnnotation(CompensatedBy.class).value() + "\") on "
                        + new OperationMethod(bean, m, false).where()
                        + ": the method serves no operation; annotate it with @Operation, too, or remove it")
                .toList();
    }

    private static boolean isServing(Method method) {
        return method.isAnnotationPresent(Operation.class) || method.isAnnotationPresent(Subscribe.class);
    }

    /** True if the compiler made it only because the inherited method's class is less visible. */
    private static boolean isBridgeToInherited(Method method) {
        return method.isBridge()
                && Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                        .noneMatch(other -> !other.isBridge() && isNarrower(other, method));
    }

    private static boolean isNarrower(Method other, Method bridge) {
        Class<?>[] narrow = other.getParameterTypes();
        Class<?>[] wide = bridge.getParameterTypes();
        return other.getName().equals(bridge.getName())
                && narrow.length == wide.length
                && IntStream.range(0, narrow.length).allMatch(i -> wide[i].isAssignableFrom(narrow[i]));
    }

    private static boolean overrides(Method below, Method above) {
        return below.getName().equals(above.getName())
                && Arrays.equals(below.getParameterTypes(), above.getParameterTypes())
                && !Modifier.isPrivate(above.getModifiers())
                && !Modifier.isStatic(above.getModifiers());
    }
}
