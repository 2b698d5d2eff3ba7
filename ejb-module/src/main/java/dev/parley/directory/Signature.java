package dev.parley.directory;

import dev.parley.Exchange;
import dev.parley.directory.schema.Records;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The signature that a method must have to serve an operation. */
final class Signature {

    static final Pattern NAME = OperationKind.STORED.names();

    private Signature() {}

    /** All that is wrong with one method, each saying what to write instead; empty if nothing is. */
    static List<String> problems(OperationMethod operation) {
        List<String> problems = new ArrayList<>();
        checkName(operation, problems);
        checkModifiers(operation, problems);
        if (operation.takesTurns()) {
            TurnSignature.check(operation, problems);
        } else {
            checkParameters(operation, problems);
            checkReturn(operation, problems);
            checkTakesNoTurns(operation, problems);
        }
        checkRecords(operation, problems);
        checkTransaction(operation, problems);
        checkSubscription(operation, problems);
        return problems;
    }

    private static void checkName(OperationMethod operation, List<String> problems) {
        if (!NAME.matcher(operation.name()).matches()) {
            problems.add(
                    "@Operation(\"" + operation.name() + "\") on " + operation.where()
                            + ": the name must be 1 to 100 letters, digits, '.', '-' or '_', and not '.' or '..', for example \"place-order\"");
        }
    }

    private static void checkModifiers(OperationMethod operation, List<String> problems) {
        int modifiers = operation.method().getModifiers();
        if (Modifier.isStatic(modifiers)) {
            problems.add(about(operation) + "must not be static; make it an instance method");
        }
        if (Modifier.isPrivate(modifiers)) {
            problems.add(about(operation) + "must not be private; make it public or package-private");
        }
        if (Modifier.isFinal(modifiers)) {
            problems.add(about(operation) + "must not be final, it is called through a proxy; remove 'final'");
        }
        if (operation.sessionBean() && !Modifier.isPublic(modifiers)) {
            problems.add(about(operation) + "must be public, as every business method of a session bean");
        }
        if (isHiddenFromProxy(operation)) {
            problems.add(
                    about(operation) + "is package-private in another package than the bean, which no proxy can call;"
                            + " make it public");
        }
    }

    private static void checkTransaction(OperationMethod operation, List<String> problems) {
        String violation = TransactionRule.violation(operation);
        if (violation != null) {
            problems.add(about(operation) + "must run in the engine's transaction, or it is not exactly once; remove "
                    + violation + ", or put what needs it into a bean of its own");
        }
    }

    private static boolean isHiddenFromProxy(OperationMethod operation) {
        Method method = operation.method();
        boolean packagePrivate =
                (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE)) == 0;
        return packagePrivate
                && !method.getDeclaringClass()
                        .getPackageName()
                        .equals(operation.bean().getPackageName());
    }

    private static void checkParameters(OperationMethod operation, List<String> problems) {
        Class<?>[] types = operation.method().getParameterTypes();
        boolean allowed =
                switch (types.length) {
                    case 0 -> true;
                    case 1 -> types[0] == Exchange.class || isMessage(types[0]);
                    case 2 -> isMessage(types[0]) && types[1] == Exchange.class;
                    default -> false;
                };
        if (!allowed) {
            problems.add(
                    about(operation) + "must take nothing, (Request), (Exchange) or (Request, Exchange), in this order,"
                            + " where Request is a record or jakarta.json.JsonObject");
        }
    }

    private static void checkReturn(OperationMethod operation, List<String> problems) {
        Class<?> type = operation.method().getReturnType();
        if (type != void.class && !isMessage(type)) {
            problems.add(about(operation) + "returns " + type.getName()
                    + "; it must return a record, jakarta.json.JsonObject or nothing");
        }
    }

    private static void checkTakesNoTurns(OperationMethod operation, List<String> problems) {
        if (!operation.turnTimeoutText().isEmpty()) {
            problems.add(
                    about(operation) + "has a turnTimeout and takes no turns; remove it, or return dev.parley.Turn");
        }
    }

    private static void checkSubscription(OperationMethod operation, List<String> problems) {
        if (operation.subscription() != null && operation.takesTurns()) {
            problems.add(about(operation) + "subscribes to a topic, whose publishers take no turns; return nothing");
        }
    }

    private static void checkRecords(OperationMethod operation, List<String> problems) {
        Set<Class<?>> hidden = new LinkedHashSet<>(Records.notPublicIn(operation.replyType()));
        if (operation.requestType() != null) {
            hidden.addAll(Records.notPublicIn(operation.requestType()));
        }
        if (operation.takesTurns()) {
            hidden.addAll(Records.notPublicIn(operation.keptType()));
        }
        hidden.forEach(record -> problems.add(about(operation) + "uses " + record.getName()
                + ", which JSON-B cannot reach; make it a public record"));
    }

    static boolean isMessage(Class<?> type) {
        return type == JsonObject.class || (type.isRecord() && type != Exchange.class);
    }

    static String about(OperationMethod operation) {
        return "Operation '" + operation.name() + "': " + operation.where() + " ";
    }
}
