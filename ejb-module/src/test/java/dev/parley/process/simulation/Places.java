package dev.parley.process.simulation;

import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.state.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the steps of a definition stand: what comes after each in its list, and which blocks are around it. */
final class Places {

    /**
     * A place.
     *
     * @param after the steps after it in its list, and all that is in them
     * @param around the block that it is in, null for none
     * @param depth in how many rounds it is
     */
    record Place(Step step, List<Step> after, Step around, int depth) {}

    private final Map<String, Place> places = new HashMap<>();

    Places(ProcessDefinition definition) {
        list(definition.steps(), null, 0);
    }

    private void list(List<Step> steps, Step around, int depth) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            places.put(
                    step.name(),
                    new Place(step, Step.all(steps.subList(i + 1, steps.size())).toList(), around, depth));
            int inner = step instanceof Step.ForEach ? depth + 1 : depth;
            step.lists().forEach(list -> list(list, step, inner));
        }
    }

    Place of(String name) {
        return places.get(name);
    }

    /** The blocks around a step, from inside, as steps of the instance. */
    List<StepId> around(StepId id) {
        List<StepId> blocks = new ArrayList<>();
        Place place = places.get(id.name());
        while (place != null && place.around() != null) {
            Place block = places.get(place.around().name());
            blocks.add(new StepId(block.step().name(), prefix(id.rounds(), block.depth())));
            place = block;
        }
        return blocks;
    }

    /** The first rounds of those. */
    static String prefix(String rounds, int depth) {
        int end = 0;
        for (int i = 0; i < depth; i++) {
            int next = rounds.indexOf('.', end + 1);
            end = next < 0 ? rounds.length() : next;
        }
        return rounds.substring(0, end);
    }
}
