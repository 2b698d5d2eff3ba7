package dev.parley.directory;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Operation;
import dev.parley.Subscribe;
import dev.parley.Turn;
import dev.parley.Undo;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method annotated with {@link Operation}, as it is written in a bean's class.
 *
 * @param bean the bean's class; the method may be inherited
 * @param method the method
 * @param sessionBean true if the container calls it as a business method of a session bean
 */
record OperationMethod(Class<?> bean, Method method, boolean sessionBean) {

    String name() {
        Operation annotation = annotation();
        Subscribe subscribe = subscription();
        if (annotation != null) {
            return annotation.value();
        }
        return subscribe == null ? "" : subscribe.topic() + "." + subscribe.name();
    }

    boolean isolated() {
        Operation annotation = annotation();
        return annotation != null && annotation.isolated();
    }

    /** What it subscribes to; null for nothing. */
    @Nullable
    Subscribe subscription() {
        return method.getAnnotation(Subscribe.class);
    }

    @Nullable
    String compensation() {
        CompensatedBy compensatedBy = method.getAnnotation(CompensatedBy.class);
        return compensatedBy == null ? null : compensatedBy.value();
    }

    /** The type of the first parameter, or null if there is none but the exchange. */
    @Nullable
    Type requestType() {
        boolean takesRequest = method.getParameterCount() > 0 && method.getParameterTypes()[0] != Exchange.class;
        return takesRequest ? method.getGenericParameterTypes()[0] : null;
    }

    /** True if it undoes another operation, and is told more than its reply. */
    boolean takesUndo() {
        return requestType() instanceof ParameterizedType parameterized && parameterized.getRawType() == Undo.class;
    }

    boolean takesExchange() {
        return Arrays.asList(method.getParameterTypes()).contains(Exchange.class);
    }

    /** The type of the reply that goes to the requester. */
    Type replyType() {
        return takesTurns() ? argument(0, method.getGenericReturnType()) : method.getGenericReturnType();
    }

    boolean takesTurns() {
        return method.getReturnType() == Turn.class;
    }

    /** The type of what is kept between turns: the second argument of {@link Turn}. */
    Type keptType() {
        return argument(1, method.getGenericReturnType());
    }

    /** The type of the parameter between request and exchange; null if there is none. */
    @Nullable
    Type stateType() {
        boolean hasState =
                takesTurns() && method.getParameterCount() > 1 && method.getParameterTypes()[1] != Exchange.class;
        return hasState ? method.getGenericParameterTypes()[1] : null;
    }

    /** The time that the next turn may take; null if it is not said. */
    @Nullable
    Duration turnTimeout() {
        return turnTimeoutText().isEmpty() ? null : Duration.parse(turnTimeoutText());
    }

    String turnTimeoutText() {
        Operation annotation = annotation();
        return annotation == null ? "" : annotation.turnTimeout();
    }

    private static Type argument(int index, Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }

    /** The method as people find it in their sources. */
    String where() {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return bean.getName() + "." + method.getName() + "(" + parameters + ")";
    }

    private @Nullable Operation annotation() {
        return method.getAnnotation(Operation.class);
    }
}
