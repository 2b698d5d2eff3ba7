package dev.parley.process.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Steps;
import dev.parley.process.code.BuiltStep;
import dev.parley.value.Scope;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows, as its process's code sees it.
 *
 * @param scope what it knows
 * @param requestType the type of its request
 */
record KnownValues(Scope scope, Type requestType, Jsonb jsonb) implements Steps.Known<Object> {

    @Override
    public Object request() {
        return read("/request", requestType);
    }

    @Override
    public <A> A reply(Steps.Step<Object, A> step) {
        BuiltStep<Object, A> built = (BuiltStep<Object, A>) step;
        return built.reply().cast(read("/steps/" + built.name() + "/reply", built.reply()));
    }

    @Override
    public @Nullable JsonObject fault(Steps.Step<Object, ?> step) {
        JsonNode found = find("/steps/" + ((BuiltStep<Object, ?>) step).name() + "/fault");
        return found.isMissingNode() ? null : jsonb.fromJson(found.toString(), JsonObject.class);
    }

    @Override
    public <M> M message(String message, Class<M> type) {
        return type.cast(read("/messages/" + message, type));
    }

    @Override
    public <I> I item(String forEach, Class<I> type) {
        return type.cast(read("/" + forEach, type));
    }

    @Override
    public String processId() {
        return find("/process/id").asText();
    }

    private JsonNode find(String pointer) {
        return scope.find(JsonPointer.compile(pointer));
    }

    private Object read(String pointer, Type type) {
        JsonNode found = find(pointer);
        if (found.isMissingNode()) {
            throw new IllegalStateException("Nothing is at " + pointer);
        }
        return jsonb.<Object>fromJson(found.toString(), type);
    }
}
