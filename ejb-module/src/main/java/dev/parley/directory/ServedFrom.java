package dev.parley.directory;

import java.security.CodeSource;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The line that says which operations methods serve, and in which jars they are. */
final class ServedFrom {

    private ServedFrom() {}

    /** The line, as in "Methods serve 2 operations: greet, part (greetings.jar)". */
    static String text(Collection<OperationMethod> methods) {
        if (methods.isEmpty()) {
            return "Methods serve no operation: there is no bean with @Operation in the EAR";
        }
        Map<String, TreeSet<String>> byJar = methods.stream()
                .collect(Collectors.groupingBy(
                        method -> jar(method.bean()),
                        TreeMap::new,
                        Collectors.mapping(OperationMethod::name, Collectors.toCollection(TreeSet::new))));
        return "Methods serve " + methods.size() + (methods.size() == 1 ? " operation: " : " operations: ")
                + byJar.entrySet().stream()
                        .map(jar -> String.join(", ", jar.getValue()) + " (" + jar.getKey() + ")")
                        .collect(Collectors.joining("; "));
    }

    /** The last part of where a class comes from. */
    private static String jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "?";
        }
        String path = source.getLocation().getPath().replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
