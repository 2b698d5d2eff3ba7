package dev.parley.directory;

import dev.parley.Exchange;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;

/** The signature that a method must have to serve an operation that takes turns. */
final class TurnSignature {

    private TurnSignature() {}

    static void check(OperationMethod operation, List<String> problems) {
        checkReturn(operation, problems);
        checkParameters(operation, problems);
        checkTimeout(operation, problems);
    }

    private static void checkReturn(OperationMethod operation, List<String> problems) {
        boolean keeps = isMessage(operation.keptType()) || operation.keptType() == Void.class;
        if (!isMessage(operation.replyType()) || !keeps) {
            problems.add(Signature.about(operation) + "returns "
                    + operation.method().getGenericReturnType().getTypeName()
                    + "; write Turn<Reply, State>, or Turn<Reply, Void> if nothing is kept between turns, where Reply and State are"
                    + " records or jakarta.json.JsonObject");
        }
    }

    private static void checkParameters(OperationMethod operation, List<String> problems) {
        Class<?>[] types = operation.method().getParameterTypes();
        boolean request = types.length > 0 && Signature.isMessage(types[0]);
        boolean exchangeLast = types.length < 3 || (types.length == 3 && types[2] == Exchange.class);
        Type state = operation.stateType();
        boolean fits = state == null || state.equals(operation.keptType());
        if (!request || !exchangeLast || !fits) {
            problems.add(
                    Signature.about(operation)
                            + "takes turns and must take (Request), (Request, State), (Request, Exchange) or (Request, State, Exchange), in"
                            + " this order, where Request is a record or jakarta.json.JsonObject and State is that of Turn<Reply, State>");
        }
    }

    private static void checkTimeout(OperationMethod operation, List<String> problems) {
        String text = operation.turnTimeoutText();
        if (!text.isEmpty() && !isDuration(text)) {
            problems.add(Signature.about(operation) + "has the turnTimeout '" + text
                    + "'; write an ISO 8601 duration longer than nothing, such as \"PT10M\"");
        }
    }

    private static boolean isDuration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return !duration.isNegative() && !duration.isZero();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isMessage(Type type) {
        return type instanceof Class<?> c && Signature.isMessage(c);
    }
}
