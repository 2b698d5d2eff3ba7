package dev.parley.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Process;
import dev.parley.Steps;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.directory.schema.RequestSchema;
import dev.parley.message.JsonText;
import dev.parley.process.code.BuiltProcess;
import dev.parley.process.code.BuiltSteps;
import dev.parley.value.Mappings;
import dev.parley.value.Scope;
import dev.parley.value.ValueMissing;
import jakarta.json.bind.Jsonb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A process as code defines it: its method has run once.
 *
 * @param process what was built
 * @param requestType the type of its request
 */
record ProcessSource(BuiltProcess process, Type requestType) {

    private static final Logger LOG = System.getLogger(ProcessSource.class.getName());
    private static final Jsonb JSONB = JsonBinding.create();

    /**
     * The process that a method defines.
     *
     * @param target what the method is called on
     * @throws IllegalStateException if it throws, or returns something else than what it has built
     */
    static ProcessSource of(DefiningMethod method, Object target) {
        Type requestType = Objects.requireNonNull(method.requestType(), "Somebody has looked at it");
        if (!(call(method, target) instanceof BuiltSteps<?> row)) {
            throw new IllegalStateException(method.where() + " must return what it has built with its parameter");
        }
        BuiltProcess process = row.built();
        Process terms = method.annotation();
        ObjectNode definition = process.definition();
        definition.set("input", RequestSchema.of(requestType).json());
        put(definition, "deadline", terms.deadline());
        put(definition, "compensateWithin", terms.compensateWithin());
        put(definition, "compensable", terms.compensable());
        return new ProcessSource(process, requestType);
    }

    private static void put(ObjectNode definition, String member, String value) {
        if (!value.isEmpty()) {
            definition.put(member, value);
        }
    }

    private static @Nullable Steps call(DefiningMethod process, Object target) {
        Method method = process.method();
        try {
            method.setAccessible(true);
            return (Steps) method.invoke(target, BuiltSteps.begin());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(process.where() + " has thrown " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(process.where() + " cannot be called", e);
        }
    }

    /** The definition, JSON text. */
    String definition() {
        return process.definition().toString();
    }

    /**
     * What code of a process makes, as in {@link Mappings#map}.
     *
     * @param source the process; null if none defines it any more
     */
    static JsonNode map(@Nullable ProcessSource source, String process, String name, Scope scope) {
        Function<Steps.Known<Object>, ?> code =
                source == null ? null : source.process().code().get(name);
        if (source == null || code == null) {
            throw Mappings.gone(process, name);
        }
        try {
            Object made = code.apply(new KnownValues(scope, source.requestType(), JSONB));
            return JsonText.parseExactly(JSONB.toJson(Objects.requireNonNull(made, "The code has returned null")));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Process " + process + ": the code for " + name + " has thrown", e);
            throw new ValueMissing(
                    ValueMissing.Reason.MAPPING_FAILED,
                    "The code for '" + name + "' has thrown " + e.getClass().getName() + ": " + e.getMessage());
        }
    }
}
