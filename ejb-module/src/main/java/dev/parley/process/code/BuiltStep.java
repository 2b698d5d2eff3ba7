package dev.parley.process.code;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Steps;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step that asks an operation, as code builds it.
 *
 * @param json what is written of it
 * @param code what makes its request; null for the whole request of the process
 * @param reply the type of its reply
 */
public record BuiltStep<Q, A>(ObjectNode json, @Nullable Function<Steps.Known<Q>, ?> code, Class<A> reply)
        implements Steps.Step<Q, A> {

    static <Q, A> BuiltStep<Q, A> asking(String name, String operation, Class<A> reply) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", name).put("operation", operation);
        return new BuiltStep<>(json, null, reply);
    }

    /** Its name. */
    public String name() {
        return json.path("name").asText();
    }

    private BuiltStep<Q, A> with(Consumer<ObjectNode> change) {
        ObjectNode changed = json.deepCopy();
        change.accept(changed);
        return new BuiltStep<>(changed, code, reply);
    }

    @Override
    public BuiltStep<Q, A> input(Function<Steps.Known<Q>, ?> input) {
        return new BuiltStep<>(json, input, reply);
    }

    @Override
    public BuiltStep<Q, A> compensatedBy(String operation) {
        return with(step -> step.put("compensation", operation));
    }

    @Override
    public BuiltStep<Q, A> timeout(Duration timeout) {
        return with(step -> StepJson.timeout(step, timeout));
    }

    @Override
    public BuiltStep<Q, A> retry(int attempts, Duration backoff) {
        return with(step -> step.putObject("retry").put("attempts", attempts).put("backoff", backoff.toString()));
    }

    @Override
    public BuiltStep<Q, A> onFault(String rule) {
        return with(step -> StepJson.onFault(step, rule));
    }

    @Override
    public BuiltStep<Q, A> goTo(String fault, String step) {
        return with(json -> StepJson.goTo(json, fault, step));
    }

    @Override
    public BuiltStep<Q, A> onUnknown(String rule) {
        return with(step -> step.put("onUnknown", rule));
    }

    @Override
    public BuiltStep<Q, A> pivot() {
        return with(step -> step.put("pivot", true));
    }
}
