package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.value.Mappings;
import dev.parley.value.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The processes that objects define which nobody but their maker knows: for tests, in which there is no container. */
public final class ObjectProcesses implements Mappings {

    private final Map<String, ProcessSource> processes = new TreeMap<>();

    /**
     * The processes of objects.
     *
     * @throws IllegalArgumentException with all that is wrong with one of them, as its deployment would say it
     */
    public ObjectProcesses(Collection<?> objects) {
        List<String> problems = new ArrayList<>();
        for (Object object : objects) {
            for (DefiningMethod method : DefiningMethod.of(object.getClass())) {
                problems.addAll(method.problems());
                if (problems.isEmpty() && processes.put(method.name(), ProcessSource.of(method, object)) != null) {
                    problems.add("Process '" + method.name() + "' is defined twice; give each a name of its own");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** The definitions, JSON texts by the names of their processes. */
    public Map<String, String> definitions() {
        Map<String, String> definitions = new TreeMap<>();
        processes.forEach((name, source) -> definitions.put(name, source.definition()));
        return definitions;
    }

    @Override
    public JsonNode map(String process, String name, Scope scope) {
        return ProcessSource.map(processes.get(process), process, name, scope);
    }
}
