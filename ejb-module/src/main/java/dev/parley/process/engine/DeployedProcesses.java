package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Steps;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.directory.schema.RequestSchema;
import dev.parley.message.JsonText;
import dev.parley.process.code.BuiltProcess;
import dev.parley.process.code.BuiltSteps;
import dev.parley.value.Mappings;
import dev.parley.value.Scope;
import dev.parley.value.ValueMissing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The processes that the code of this deployment defines: each method has run once. */
@ApplicationScoped
class DeployedProcesses implements Mappings {

    private static final Logger LOG = System.getLogger(DeployedProcesses.class.getName());

    @Inject
    BeanManager beans;

    private final Jsonb jsonb = JsonBinding.create();
    private Map<String, Deployed> processes = Map.of();

    /** A process, and the type of its request. */
    private record Deployed(BuiltProcess process, Type requestType) {}

    @PostConstruct
    void build() {
        Map<String, Deployed> built = new TreeMap<>();
        for (ProcessMethod method : beans.getExtension(ProcessesExtension.class).found()) {
            built.put(method.name(), build(method));
        }
        processes = built;
    }

    private Deployed build(ProcessMethod method) {
        Type requestType = Objects.requireNonNull(method.requestType(), "The extension has looked at it");
        CreationalContext<?> context = beans.createCreationalContext(method.bean());
        Object bean = beans.getReference(method.bean(), method.method().getDeclaringClass(), context);
        Steps steps = call(method, bean);
        if (!(steps instanceof BuiltSteps<?> row)) {
            throw new IllegalStateException(method.where() + " must return what it has built with its parameter");
        }
        BuiltProcess process = row.built();
        ObjectNode definition = process.definition();
        definition.set("input", RequestSchema.of(requestType).json());
        put(definition, "deadline", method.annotation().deadline());
        put(definition, "compensateWithin", method.annotation().compensateWithin());
        put(definition, "compensable", method.annotation().compensable());
        return new Deployed(process, requestType);
    }

    private static void put(ObjectNode definition, String member, String value) {
        if (!value.isEmpty()) {
            definition.put(member, value);
        }
    }

    private static @Nullable Steps call(ProcessMethod process, Object bean) {
        Method method = process.method();
        try {
            method.setAccessible(true);
            return (Steps) method.invoke(bean, BuiltSteps.begin());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(process.where() + " has thrown " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(process.where() + " cannot be called", e);
        }
    }

    /** The definitions, JSON texts by the names of their processes. */
    Map<String, String> definitions() {
        Map<String, String> definitions = new TreeMap<>();
        processes.forEach((name, deployed) ->
                definitions.put(name, deployed.process().definition().toString()));
        return definitions;
    }

    /** Whether code defines the process. */
    boolean defines(String process) {
        return processes.containsKey(process);
    }

    @Override
    public JsonNode map(String process, String name, Scope scope) {
        Deployed deployed = processes.get(process);
        Function<Steps.Known<Object>, ?> code =
                deployed == null ? null : deployed.process().code().get(name);
        if (deployed == null || code == null) {
            throw Mappings.gone(process, name);
        }
        try {
            Object made = code.apply(new KnownValues(scope, deployed.requestType(), jsonb));
            return JsonText.parseExactly(jsonb.toJson(Objects.requireNonNull(made, "The code has returned null")));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Process " + process + ": the code for " + name + " has thrown", e);
            throw new ValueMissing(
                    ValueMissing.Reason.MAPPING_FAILED,
                    "The code for '" + name + "' has thrown " + e.getClass().getName() + ": " + e.getMessage());
        }
    }
}
