package dev.parley.process.simulation;

import dev.parley.simulation.Violation;

/** The eight things that a process promises whatever goes wrong, each with the defect that shows it is looked at. */
enum ProcessInvariant {
    /** Where the process has ended, nothing that was done is forgotten. */
    KEPT_OR_UNDONE("what had an effect is kept, undone, written off or stuck", ProcessDefect.UNDO_BELIEVED),
    /** The order of undoing. */
    UNDONE_IN_REVERSE("nothing is undone before what came after it", ProcessDefect.UNDONE_FORWARD),
    /** A cancel, the deadline or a fault has been decided. */
    NOTHING_BEGINS("nothing begins once undoing was decided", ProcessDefect.DECISION_FORGOTTEN),
    /** What the requester is told. */
    ONE_ANSWER("one final answer", ProcessDefect.ANSWER_FORGOTTEN),
    /** The journal has the decision before the first that is asked to undo. */
    DECISION_JOURNALED("no undoing without a journaled decision", ProcessDefect.DECISION_NOT_JOURNALED),
    /** Nothing waits for ever. */
    OPEN_HAS_A_TIME("what is open has a time", ProcessDefect.DUE_FORGOTTEN),
    /** But for undoing what it had kept. */
    ENDED_CHANGES_NO_MORE("what has ended changes no more", ProcessDefect.END_FORGOTTEN),
    /** Whether steps share a unit of work makes no difference that anybody sees. */
    SAME_JOURNAL("chained and unchained runs write the same journal", ProcessDefect.CHAIN_WITHOUT_NOTES);

    private final String says;
    private final ProcessDefect defect;

    ProcessInvariant(String says, ProcessDefect defect) {
        this.says = says;
        this.defect = defect;
    }

    /** What it says, as in the documents. */
    String says() {
        return says;
    }

    /** What is planted to see that it is looked at. */
    ProcessDefect defect() {
        return defect;
    }

    /** That it did not hold. */
    Violation broken(Object what) {
        return new Violation(says, String.valueOf(what));
    }

    /** Whether that is what was found. */
    boolean isBrokenBy(Violation violation) {
        return violation.invariant().equals(says);
    }
}
