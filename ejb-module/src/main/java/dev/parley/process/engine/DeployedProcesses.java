package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.value.Mappings;
import dev.parley.value.Scope;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** The processes that the code of this deployment defines: each method has run once. */
@ApplicationScoped
class DeployedProcesses implements Mappings {

    @Inject
    BeanManager beans;

    private Map<String, ProcessSource> processes = Map.of();

    @PostConstruct
    void build() {
        Map<String, ProcessSource> built = new TreeMap<>();
        for (ProcessMethod method : beans.getExtension(ProcessesExtension.class).found()) {
            built.put(method.name(), ProcessSource.of(method.defining(), target(method)));
        }
        processes = built;
    }

    private Object target(ProcessMethod method) {
        CreationalContext<?> context = beans.createCreationalContext(method.bean());
        return beans.getReference(method.bean(), method.declaring(), context);
    }

    /** The definitions, JSON texts by the names of their processes. */
    Map<String, String> definitions() {
        Map<String, String> definitions = new TreeMap<>();
        processes.forEach((name, source) -> definitions.put(name, source.definition()));
        return definitions;
    }

    /** Whether code defines the process. */
    boolean defines(String process) {
        return processes.containsKey(process);
    }

    @Override
    public JsonNode map(String process, String name, Scope scope) {
        return ProcessSource.map(processes.get(process), process, name, scope);
    }
}
