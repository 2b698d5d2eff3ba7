package dev.parley.process.simulation;

import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.KnownOffers;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ProcessReader;
import dev.parley.simulation.World;
import java.util.ArrayList;
import java.util.List;

/** Makes definitions that nobody would write: nested, parallel, with a pivot or without. */
final class ProcessGenerator {

    static final KnownOffers OFFERS = new KnownOffers()
            .beans("bean", "bean-moody", "undo", "undo-moody", "undo-no", "outcome")
            .providers("far", "far-moody", "far-silent", "undo-far")
            .with("far-asked", KnownOffers.of(Offer.Kind.PROVIDER).withOutcome("outcome"))
            .with("far-unfenced", KnownOffers.of(Offer.Kind.PROVIDER).unfenced())
            .with("child", KnownOffers.of(Offer.Kind.PROCESS));

    private static final List<String> OPERATIONS = List.of(
            "bean",
            "bean-moody",
            "far",
            "far-moody",
            "far-silent",
            "far-asked",
            "far-unfenced",
            "far-unfenced",
            "child");
    private static final List<String> COMPENSATIONS = List.of("undo", "undo", "undo-moody", "undo-far", "undo-no");

    private final World world;
    private final boolean timeless;
    private int names;

    /** @param timeless whether nothing in it depends on time */
    ProcessGenerator(World world, boolean timeless) {
        this.world = world;
        this.timeless = timeless;
    }

    ProcessDefinition definition() {
        List<String> steps = steps(0, 4);
        if (world.chance(0.4)) {
            String pivot = world.chance(0.3) ? chosen(pivot()) : pivot();
            steps.add(world.random(steps.size() + 1), pivot);
        }
        String reply = world.chance(0.04) ? ", \"reply\": {\"$\": \"/request/nowhere\"}" : "";
        String json = "{\"deadline\": \"PT1H\", \"compensateWithin\": \"PT2H\", \"steps\": [" + String.join(", ", steps)
                + "]" + reply + "}";
        world.trace("definition %s", json);
        return new ProcessReader(DefinitionLimits.DEFAULT, OFFERS)
                .read("order", json)
                .definition();
    }

    private List<String> steps(int depth, int most) {
        List<String> steps = new ArrayList<>();
        for (int i = world.random(most); i >= 0; i--) {
            steps.add(step(depth));
        }
        return steps;
    }

    private String name() {
        names++;
        return "s" + names;
    }

    private String pivot() {
        return "{\"name\": \"" + name() + "\", \"operation\": \"" + world.any(OPERATIONS.subList(0, 6))
                + "\", \"pivot\": true" + (world.chance(0.3) ? ", \"compensation\": \"undo\"" : "") + "}";
    }

    private String chosen(String step) {
        return "{\"name\": \"" + name()
                + "\", \"choose\": [{\"when\": {\"$\": \"/request/n\", \"more\": 0}, \"steps\": [" + step
                + "]}, {\"otherwise\": " + steps(2, 2) + "}]}";
    }

    private String step(int depth) {
        int kind = depth >= 3 ? 0 : world.random(14);
        String name = "{\"name\": \"" + name() + "\", ";
        return switch (kind) {
            case 8, 9 -> name + parallel(depth);
            case 10 ->
                name + "\"choose\": [{\"when\": {\"$\": \"/request/n\", \"more\": " + world.random(3) + "}, \"steps\": "
                        + steps(depth + 1, 3) + "}, {\"otherwise\": " + steps(depth + 1, 2) + "}]" + blockFault() + "}";
            case 11 ->
                name + "\"forEach\": {\"$\": \"/request/l\"}, \"as\": \"i\", \"parallelism\": " + (1 + world.random(3))
                        + ", \"steps\": " + steps(depth + 1, 2) + blockFault() + "}";
            case 12 -> timeless ? operation(name) : name + await() + ", \"timeout\": \"PT20M\"}";
            case 13 -> timeless ? operation(name) : name + "\"wait\": " + time() + "}";
            default -> operation(name);
        };
    }

    private String await() {
        return world.chance(0.6)
                ? "\"await\": \"m\""
                : "\"await\": \"gathered\", \"collect\": {\"atMost\": " + MessageWatch.GATHERED + "}";
    }

    private String time() {
        return world.chance(0.1) ? "{\"$\": \"/request/nowhere\"}" : "\"PT" + (1 + world.random(10)) + "M\"";
    }

    private String parallel(int depth) {
        List<List<String>> branches = new ArrayList<>();
        for (int i = world.random(3); i >= 0; i--) {
            branches.add(steps(depth + 1, 2));
        }
        String join = world.any(List.of("all", "all", "first", "quorum:1"));
        return "\"parallel\": " + branches + ", \"join\": \"" + join + "\""
                + (world.chance(0.3) ? ", \"undo\": \"serial\"" : "")
                + (world.chance(0.3) ? ", \"onFault\": \"cancel\"" : "") + "}";
    }

    private String blockFault() {
        return world.chance(0.2) ? ", \"onFault\": \"ignore\"" : "";
    }

    private String operation(String name) {
        StringBuilder json = new StringBuilder(name + "\"operation\": \"" + world.any(OPERATIONS) + "\"");
        if (world.chance(0.7)) {
            json.append(", \"compensation\": \"")
                    .append(world.any(COMPENSATIONS))
                    .append('"');
        }
        if (!timeless && world.chance(0.3)) {
            json.append(", \"retry\": {\"attempts\": 3, \"backoff\": \"PT5S\"}");
        }
        if (!timeless && world.chance(0.2)) {
            json.append(", \"timeout\": \"PT").append(1 + world.random(10)).append("M\"");
        }
        if (world.chance(0.25)) {
            json.append(", \"onFault\": \"")
                    .append(world.any(List.of("ignore", "stop")))
                    .append('"');
        }
        if (world.chance(0.5)) {
            json.append(", \"onUnknown\": \"")
                    .append(world.any(List.of("ask", "compensate", "compensate", "stop")))
                    .append('"');
        }
        return json.append('}').toString();
    }
}
