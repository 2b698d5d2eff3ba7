package dev.parley.process.code;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Steps;
import dev.parley.value.ValueReader;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A step that waits for a message, as code builds it.
 *
 * @param json what is written of it
 */
record BuiltMessage<Q>(ObjectNode json) implements Steps.Message<Q> {

    static <Q> BuiltMessage<Q> awaiting(String name, String message) {
        return new BuiltMessage<>(
                JsonNodeFactory.instance.objectNode().put("name", name).put("await", message));
    }

    private BuiltMessage<Q> with(Consumer<ObjectNode> change) {
        ObjectNode changed = json.deepCopy();
        change.accept(changed);
        return new BuiltMessage<>(changed);
    }

    @Override
    public BuiltMessage<Q> from(String sender) {
        return with(step -> step.put("from", sender));
    }

    @Override
    public BuiltMessage<Q> timeout(Duration timeout) {
        return with(step -> StepJson.timeout(step, timeout));
    }

    @Override
    public BuiltMessage<Q> key(String attribute, String pointer) {
        return with(step -> step.withObject("/key").putObject(attribute).put(ValueReader.POINTER, pointer));
    }

    @Override
    public BuiltMessage<Q> start() {
        return with(step -> step.put("start", true));
    }

    @Override
    public BuiltMessage<Q> collect(int atMost) {
        return with(step -> step.putObject("collect").put("atMost", atMost));
    }

    @Override
    public BuiltMessage<Q> onFault(String rule) {
        return with(step -> StepJson.onFault(step, rule));
    }

    @Override
    public BuiltMessage<Q> goTo(String fault, String step) {
        return with(json -> StepJson.goTo(json, fault, step));
    }
}
