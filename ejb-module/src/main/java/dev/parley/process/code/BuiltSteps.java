package dev.parley.process.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.Steps;
import dev.parley.value.Mappings;
import dev.parley.value.ValueReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of steps, as code builds it: the same JSON as somebody would write, in which the code stands by name.
 *
 * @param steps the steps
 * @param code the code, by name
 * @param reply what makes the reply; null for an empty one
 * @param attributes what instances are found by, as pointers
 */
public record BuiltSteps<Q>(
        List<JsonNode> steps,
        Map<String, Function<Steps.Known<Q>, ?>> code,
        @Nullable Function<Steps.Known<Q>, ?> reply,
        Map<String, String> attributes)
        implements Steps.Of<Q> {

    private static final String REPLY = "reply";

    public BuiltSteps {
        steps = List.copyOf(steps);
        code = Map.copyOf(code);
        attributes = new TreeMap<>(attributes);
    }

    /** No steps yet. */
    public static <Q> BuiltSteps<Q> begin() {
        return new BuiltSteps<>(List.of(), Map.of(), null, Map.of());
    }

    /** What was built, ready to be stored. */
    @SuppressWarnings("unchecked") // the code is called with what its process knows
    public BuiltProcess built() {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        if (!attributes.isEmpty()) {
            ObjectNode named = definition.putObject("attributes");
            attributes.forEach((name, pointer) -> named.set(name, valueAt(pointer)));
        }
        steps.forEach(definition.putArray("steps")::add);
        Map<String, Function<Steps.Known<Object>, ?>> named = new LinkedHashMap<>();
        code.forEach((name, made) -> named.put(name, known -> made.apply((Steps.Known<Q>) known)));
        Function<Steps.Known<Q>, ?> last = reply;
        if (last != null) {
            definition.set(REPLY, pointer(REPLY));
            named.put(REPLY, known -> last.apply((Steps.Known<Q>) known));
        }
        return new BuiltProcess(definition, named);
    }

    private static ObjectNode pointer(String code) {
        return valueAt("/" + Mappings.ROOT + "/" + code);
    }

    private static ObjectNode valueAt(String pointer) {
        return JsonNodeFactory.instance.objectNode().put(ValueReader.POINTER, pointer);
    }

    private BuiltSteps<Q> with(JsonNode step, Map<String, Function<Steps.Known<Q>, ?>> more) {
        Map<String, Function<Steps.Known<Q>, ?>> all = new LinkedHashMap<>(code);
        all.putAll(more);
        List<JsonNode> longer = Stream.concat(steps.stream(), Stream.of(step)).toList();
        return new BuiltSteps<>(longer, all, reply, attributes);
    }

    /** The same with another last step. */
    private BuiltSteps<Q> withLast(Consumer<ObjectNode> change) {
        if (steps.isEmpty()) {
            throw new IllegalStateException("There is no step yet that this could be said of");
        }
        int last = steps.size() - 1;
        ObjectNode changed = steps.get(last).deepCopy();
        change.accept(changed);
        List<JsonNode> others = new ArrayList<>(steps.subList(0, last));
        others.add(changed);
        return new BuiltSteps<>(others, code, reply, attributes);
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private static String codeOf(String step, String what) {
        return step + "." + what;
    }

    @Override
    public <A> Steps.Step<Q, A> step(String name, String operation, Class<A> type) {
        return BuiltStep.asking(name, operation, type);
    }

    @Override
    public BuiltSteps<Q> then(Steps.Step<Q, ?> step) {
        BuiltStep<Q, ?> built = (BuiltStep<Q, ?>) step;
        Function<Steps.Known<Q>, ?> input = built.code();
        if (input == null) {
            return with(built.json(), Map.of());
        }
        String name = codeOf(built.name(), "input");
        ObjectNode json = built.json().deepCopy();
        json.set("input", pointer(name));
        return with(json, Map.of(name, input));
    }

    @Override
    public <A> BuiltSteps<Q> pivot(String name, String operation, Class<A> type, Function<Steps.Known<Q>, ?> input) {
        return then(step(name, operation, type).input(input).pivot());
    }

    @Override
    public BuiltSteps<Q> parallel(String name, List<Steps.Of<Q>> branches) {
        return parallel(named(name), branches);
    }

    @Override
    public BuiltSteps<Q> parallel(String name, String join, List<Steps.Of<Q>> branches) {
        return parallel(named(name).put("join", join), branches);
    }

    private BuiltSteps<Q> parallel(ObjectNode json, List<Steps.Of<Q>> branches) {
        Map<String, Function<Steps.Known<Q>, ?>> more = new LinkedHashMap<>();
        var lists = json.putArray("parallel");
        for (Steps.Of<Q> branch : branches) {
            within(branch, more).forEach(lists.addArray()::add);
        }
        return with(json, more);
    }

    /** The steps of a block, whose code is named like all other. */
    private static <Q> List<JsonNode> within(Steps.Of<Q> row, Map<String, Function<Steps.Known<Q>, ?>> more) {
        BuiltSteps<Q> built = (BuiltSteps<Q>) row;
        more.putAll(built.code());
        return new ArrayList<>(built.steps());
    }

    @Override
    public BuiltSteps<Q> choose(String name, Predicate<Steps.Known<Q>> when, Steps.Of<Q> then, Steps.Of<Q> otherwise) {
        ObjectNode json = named(name);
        Map<String, Function<Steps.Known<Q>, ?>> more = new LinkedHashMap<>();
        String condition = codeOf(name, "when");
        more.put(condition, when::test);
        var choices = json.putArray("choose");
        ObjectNode first = choices.addObject();
        first.set("when", pointer(condition).put("is", true));
        within(then, more).forEach(first.putArray("steps")::add);
        within(otherwise, more).forEach(choices.addObject().putArray("otherwise")::add);
        return with(json, more);
    }

    @Override
    public BuiltSteps<Q> forEach(String name, Function<Steps.Known<Q>, ? extends List<?>> items, Steps.Of<Q> round) {
        ObjectNode json = named(name);
        Map<String, Function<Steps.Known<Q>, ?>> more = new LinkedHashMap<>();
        String list = codeOf(name, "items");
        more.put(list, items);
        json.set("forEach", pointer(list));
        json.put("as", name);
        within(round, more).forEach(json.putArray("steps")::add);
        return with(json, more);
    }

    @Override
    public BuiltSteps<Q> pause(String name, Duration time) {
        return with(named(name).put("wait", time.toString()), Map.of());
    }

    @Override
    public BuiltSteps<Q> await(String name, String message, Duration timeout) {
        return with(named(name).put("await", message).put("timeout", timeout.toString()), Map.of());
    }

    @Override
    public Steps.Message<Q> message(String name, String message) {
        return BuiltMessage.awaiting(name, message);
    }

    @Override
    public BuiltSteps<Q> then(Steps.Message<Q> message) {
        return with(((BuiltMessage<Q>) message).json(), Map.of());
    }

    @Override
    public BuiltSteps<Q> onFault(String rule) {
        return withLast(step -> StepJson.onFault(step, rule));
    }

    @Override
    public BuiltSteps<Q> goTo(String fault, String step) {
        return withLast(last -> StepJson.goTo(last, fault, step));
    }

    @Override
    public BuiltSteps<Q> timeout(Duration timeout) {
        return withLast(step -> StepJson.timeout(step, timeout));
    }

    @Override
    public BuiltSteps<Q> attribute(String name, String pointer) {
        Map<String, String> all = new TreeMap<>(attributes);
        all.put(name, pointer);
        return new BuiltSteps<>(steps, code, reply, all);
    }

    @Override
    public Steps reply(Function<Steps.Known<Q>, ?> last) {
        return new BuiltSteps<>(steps, code, last, attributes);
    }
}
