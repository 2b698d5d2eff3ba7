package dev.parley.process.engine;

import dev.parley.Process;
import dev.parley.Steps;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method annotated with {@link Process}.
 *
 * @param type the class of what it is called on
 * @param method the method; it may be inherited
 */
record DefiningMethod(Class<?> type, Method method) {

    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** The methods of a class that define processes, its own and inherited ones. */
    static List<DefiningMethod> of(Class<?> type) {
        List<DefiningMethod> found = new ArrayList<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            Arrays.stream(declaring.getDeclaredMethods())
                    .filter(m -> m.isAnnotationPresent(Process.class) && !m.isBridge())
                    .forEach(m -> found.add(new DefiningMethod(type, m)));
        }
        return found;
    }

    Process annotation() {
        return Objects.requireNonNull(method.getAnnotation(Process.class), "It was found by it");
    }

    String name() {
        return annotation().value();
    }

    /** The type of the request: the argument of {@link Steps.Of}. Null if the method has another signature. */
    @Nullable
    Type requestType() {
        boolean fits = method.getParameterCount() == 1 && method.getReturnType() == Steps.class;
        return fits
                        && method.getGenericParameterTypes()[0] instanceof ParameterizedType parameter
                        && parameter.getRawType() == Steps.Of.class
                        && parameter.getActualTypeArguments()[0] instanceof Class<?> request
                        && (request.isRecord() || request == JsonObject.class)
                ? request
                : null;
    }

    /** All that is wrong with it, each saying what to write instead. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(name()).matches()) {
            problems.add(where() + " has no name: write 1 to 100 letters, digits, '.', '-' or '_'");
        }
        if (requestType() == null) {
            problems.add(where() + " must take Steps.Of<Request> and return Steps, where Request is a record or"
                    + " jakarta.json.JsonObject");
        }
        if ((method.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) != 0) {
            problems.add(where() + " must be neither static nor private nor final: it is called on a bean");
        }
        return problems;
    }

    /** The method as people find it in their sources. */
    String where() {
        return "@Process(\"" + name() + "\") on " + type.getName() + "." + method.getName();
    }
}
