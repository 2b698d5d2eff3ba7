package dev.parley.directory;

import jakarta.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that all operations of a deployment must keep to, each and together. */
final class OperationRules {

    private OperationRules() {}

    /** Everything that is wrong, each saying what to write instead; empty if nothing is. */
    static List<String> problems(Collection<OperationMethod> operations) {
        Map<String, List<OperationMethod>> byName = operations.stream()
                .collect(Collectors.groupingBy(OperationMethod::name, LinkedHashMap::new, Collectors.toList()));
        List<String> problems = new ArrayList<>();
        operations.forEach(operation -> problems.addAll(Signature.problems(operation)));
        byName.values().stream().filter(same -> same.size() > 1).forEach(same -> problems.add(duplicate(same)));
        for (OperationMethod operation : operations) {
            String problem = compensationProblem(operation, byName);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private static String duplicate(List<OperationMethod> same) {
        String methods = same.stream().map(OperationMethod::where).collect(Collectors.joining(" and "));
        return "Operation '" + same.get(0).name() + "' is served by " + methods
                + "; give each a name of its own, or remove all but one";
    }

    private static @Nullable String compensationProblem(
            OperationMethod operation, Map<String, List<OperationMethod>> byName) {
        String name = operation.compensation();
        if (name == null) {
            return null;
        }
        if (name.equals(operation.name())) {
            return about(operation, name) + "an operation cannot undo itself; name another one";
        }
        if (operation.takesTurns()) {
            return about(operation, name)
                    + "an operation that takes turns has many replies to undo; remove it, and let a last"
                    + " turn undo what those before it did";
        }
        List<OperationMethod> compensations = byName.getOrDefault(name, List.of());
        if (compensations.isEmpty()) {
            return about(operation, name) + "there is no such operation; annotate the method that undoes it with"
                    + " @Operation(\"" + name + "\")";
        }
        return mismatch(operation, compensations.get(0));
    }

    private static @Nullable String mismatch(OperationMethod operation, OperationMethod compensation) {
        Type takes = compensation.requestType();
        Type returned = operation.replyType();
        if (takes instanceof ParameterizedType undo && compensation.takesUndo()) {
            return undoMismatch(operation, compensation, undo);
        }
        if (takes == null || takes.equals(returned) || (takes == JsonObject.class && returned != void.class)) {
            return null;
        }
        String wanted = returned == void.class ? "no request, as nothing is returned" : returned.getTypeName();
        return about(operation, compensation.name()) + compensation.where() + " must take " + wanted;
    }

    private static @Nullable String undoMismatch(
            OperationMethod operation, OperationMethod compensation, ParameterizedType undo) {
        Type taken = operation.requestType();
        Type request = taken == null ? Void.class : taken;
        Type reply = operation.replyType() == void.class ? Void.class : operation.replyType();
        boolean fits = isOr(undo.getActualTypeArguments()[0], request) && isOr(undo.getActualTypeArguments()[1], reply);
        return fits
                ? null
                : about(operation, compensation.name()) + compensation.where() + " must take Undo<"
                        + request.getTypeName() + ", " + reply.getTypeName() + ">";
    }

    /** Whoever wants to have JSON gets it. */
    private static boolean isOr(Type taken, Type there) {
        return taken.equals(there) || taken == JsonObject.class;
    }

    private static String about(OperationMethod operation, String compensation) {
        return "@CompensatedBy(\"" + compensation + "\") on " + operation.where() + ": ";
    }
}
