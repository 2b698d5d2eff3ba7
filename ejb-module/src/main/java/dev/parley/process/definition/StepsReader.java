package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.value.ConditionReader;
import dev.parley.value.Findings;
import dev.parley.value.Mappings;
import dev.parley.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads lists of steps, and the blocks in them; no more of them than are allowed. */
final class StepsReader {

    private static final List<String> NOT_YET = List.of("agreement", "confirm");
    private static final Pattern QUORUM = Pattern.compile("quorum:([1-9][0-9]{0,2})");
    private static final Set<String> RESERVED = Set.of("request", "steps", "messages", "process", Mappings.ROOT);

    private final DefinitionLimits limits;
    private final Findings findings;
    private final List<StepReader.Kind> kinds;
    private int steps;
    private int depth;

    StepsReader(DefinitionLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.kinds = Stream.concat(
                        Stream.of(
                                new StepReader.Kind(
                                        "parallel", List.of(HeadReader.TIMEOUT, "join", "undo"), this::parallel),
                                new StepReader.Kind("choose", List.of(HeadReader.TIMEOUT), this::choose),
                                new StepReader.Kind(
                                        "forEach",
                                        List.of(HeadReader.TIMEOUT, "as", "parallelism", "steps"),
                                        this::forEach)),
                        StepReader.KINDS.stream())
                .toList();
    }

    /** The steps of an array; fewer, if there are too many or they are too deep. */
    List<Step> list(JsonNode json, String at) {
        if (!json.isArray()) {
            findings.refuse(at, "an array of steps");
            return List.of();
        }
        if (depth > limits.maxDepth()) {
            findings.refuse(at, "blocks that are at most " + limits.maxDepth() + " deep in each other");
            return List.of();
        }
        depth++;
        List<Step> read = new ArrayList<>();
        for (int i = 0; i < json.size() && steps <= limits.maxSteps(); i++) {
            step(json.get(i), at + "/" + i).ifPresent(read::add);
        }
        depth--;
        return List.copyOf(read);
    }

    private Optional<Step> step(JsonNode json, String at) {
        steps++;
        if (steps > limits.maxSteps()) {
            findings.refuse("/steps", "at most " + limits.maxSteps() + " steps, those in blocks too");
            return Optional.empty();
        }
        Part step = new Part(json, at, findings);
        List<StepReader.Kind> given =
                kinds.stream().filter(k -> step.has(k.member())).toList();
        if (given.size() == 1) {
            step.only(
                    given.get(0).known(),
                    Stream.concat(HeadReader.NOT_YET.stream(), NOT_YET.stream()).toList());
            return Optional.of(given.get(0).reading().read(step, HeadReader.read(step)));
        }
        refuseKind(step);
        return Optional.empty();
    }

    private void refuseKind(Part step) {
        List<String> later = NOT_YET.stream().filter(step::has).toList();
        later.forEach(kind -> step.refuse(kind, "nothing: steps of kind '" + kind + "' are not available yet"));
        if (later.isEmpty()) {
            String all = String.join(
                    ", ", kinds.stream().map(StepReader.Kind::member).sorted().toList());
            findings.refuse(step.at(), "a step, an object with a name and exactly one of " + all);
        }
    }

    private Step parallel(Part step, Head head) {
        JsonNode json = step.get("parallel");
        List<List<Step>> branches = new ArrayList<>();
        if (!json.isArray() || json.isEmpty()) {
            step.refuse("parallel", "an array of arrays of steps, at least one");
        }
        for (int i = 0; i < json.size(); i++) {
            branches.add(list(json.path(i), step.pointer("parallel") + "/" + i));
        }
        boolean serial = step.choice("undo", Map.of("serial", true, "parallel", false), false);
        return new Step.Parallel(
                head, List.copyOf(branches), join(step, json.size()), serial, HeadReader.isWithdrawing(step));
    }

    private static Join join(Part step, int branches) {
        String text = step.has("join") ? step.get("join").asText() : "all";
        var quorum = QUORUM.matcher(text);
        if (quorum.matches() && Integer.parseInt(quorum.group(1)) <= branches) {
            return new Join(Integer.parseInt(quorum.group(1)), false);
        }
        if (!text.equals("all") && !text.equals("first")) {
            step.refuse("join", "all, first, or quorum:N with N at most the number of branches, " + branches);
        }
        return text.equals("first") ? Join.FIRST : Join.ALL;
    }

    private Step choose(Part step, Head head) {
        JsonNode json = step.get("choose");
        List<Choice> choices = new ArrayList<>();
        if (!json.isArray() || json.isEmpty()) {
            step.refuse("choose", "an array of {\"when\": …, \"steps\": […]}, and {\"otherwise\": […]} at its end");
        }
        for (int i = 0; i < json.size(); i++) {
            Part choice = new Part(json.path(i), step.pointer("choose") + "/" + i, findings);
            choices.add(choice(choice, i == json.size() - 1));
        }
        return new Step.Choose(head, List.copyOf(choices));
    }

    private Choice choice(Part choice, boolean last) {
        if (choice.has("otherwise")) {
            choice.only(List.of("otherwise"), List.of());
            if (!last) {
                choice.refuse("otherwise", "nothing after it: what follows can never be reached");
            }
            return new Choice(null, list(choice.get("otherwise"), choice.pointer("otherwise")));
        }
        choice.only(List.of("when", "steps"), List.of());
        return new Choice(
                new ConditionReader(findings).read(choice.get("when"), choice.pointer("when")),
                list(choice.get("steps"), choice.pointer("steps")));
    }

    private Step forEach(Part step, Head head) {
        @Nullable Value items = step.valueOrNull("forEach");
        if (items instanceof Value.Literal json
                && (!json.json().isArray() || json.json().isEmpty())) {
            step.refuse("forEach", "a pointer to an array, or one that is not empty: its steps could never be reached");
        }
        String as = step.text("as", Part.NAME, "the name under which a round finds its item");
        if (RESERVED.contains(as)) {
            step.refuse(
                    "as",
                    "another name than "
                            + String.join(", ", RESERVED.stream().sorted().toList()));
        }
        return new Step.ForEach(
                head,
                items == null ? new Value.Items(List.of()) : items,
                as,
                step.whole("parallelism", 1, 1, 1000),
                list(step.get("steps"), step.pointer("steps")));
    }
}
