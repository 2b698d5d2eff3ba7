package dev.parley.process.definition;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Pictures of processes, as text that Mermaid draws. */
public final class Mermaid {

    private final StringJoiner lines = new StringJoiner("\n", "", "\n");

    private final Offers offers;

    private Mermaid(Offers offers) {
        this.offers = offers;
    }

    /**
     * The picture.
     *
     * @param offers the operations that there are now: they say what undoes a step that does not
     */
    public static String of(ProcessDefinition definition, Offers offers) {
        Mermaid mermaid = new Mermaid(offers);
        mermaid.lines.add("flowchart TD");
        mermaid.lines.add("    begin([" + definition.name() + "])");
        String last = mermaid.list(definition.steps(), "begin", "");
        mermaid.lines.add("    done([done])");
        mermaid.arrow(last, "done", "");
        return mermaid.lines.toString();
    }

    /** Draws a list; the id of its last node. */
    private String list(List<Step> steps, String from, String label) {
        String last = from;
        String said = label;
        for (Step step : steps) {
            last = step(step, last, said);
            said = "";
        }
        return last;
    }

    private String step(Step step, String from, String label) {
        String id = "s_" + step.name().replace('-', '_');
        lines.add("    " + id + node(step));
        arrow(from, id, label);
        step.head()
                .onFault()
                .goTo()
                .forEach((fault, target) ->
                        lines.add("    " + id + " -. " + fault + " .-> s_" + target.replace('-', '_')));
        compensation(step, id);
        return step.lists().isEmpty() ? id : block(step, id);
    }

    private void compensation(Step step, String id) {
        String undoing = step instanceof Step.Operation operation ? compensation(operation) : null;
        if (undoing != null) {
            lines.add("    " + id + " -. undo .-> " + id + "_undo>" + undoing + "]");
        }
    }

    private @Nullable String compensation(Step.Operation step) {
        Offer offer = offers.of(step.operation());
        return step.compensation() != null || offer == null ? step.compensation() : offer.compensation();
    }

    private String block(Step step, String id) {
        String end = id + "_end";
        lines.add("    " + end + "(( ))");
        for (int i = 0; i < step.lists().size(); i++) {
            arrow(list(step.lists().get(i), id, label(step, i)), end, "");
        }
        return end;
    }

    private static String label(Step step, int list) {
        if (step instanceof Step.Choose choose) {
            return choose.choices().get(list).when() == null ? "otherwise" : "choice " + (list + 1);
        }
        return step instanceof Step.ForEach forEach ? "each " + forEach.as() : "";
    }

    private static String node(Step step) {
        String name = step.name();
        if (step instanceof Step.Operation operation) {
            String text = name + ": " + what(operation);
            return operation.pivot() ? "[[\"" + text + ", pivot\"]]" : "[\"" + text + "\"]";
        }
        if (step instanceof Step.Await await) {
            return "[/\"" + name + ": " + await.message() + "\"/]";
        }
        if (step instanceof Step.Choose) {
            return "{\"" + name + "\"}";
        }
        return step instanceof Step.Wait ? "([\"" + name + ": wait\"])" : "{{\"" + name + "\"}}";
    }

    private static String what(Step.Operation step) {
        return SlipSteps.isOne(step) ? String.join(" → ", SlipSteps.operations(step)) : step.operation();
    }

    private void arrow(String from, String to, String label) {
        lines.add("    " + from + (label.isEmpty() ? " --> " : " -- \"" + label + "\" --> ") + to);
    }
}
