package dev.parley.process.rule;

import dev.parley.message.Problem;
import dev.parley.message.ProblemKind;
import dev.parley.value.ValueMissing;

/** Problems of processes. */
public enum ProcessProblem implements ProblemKind {
    PROCESS_UNKNOWN(404, "Process unknown"),
    PROCESS_IN_USE(409, "The process is in use"),
    VERSION_UNKNOWN(404, "Version unknown"),
    PROCESS_COMPENSATED(409, "Undone"),
    PAST_PIVOT(409, "Past the point of no return"),
    OUTCOME_UNKNOWN(504, "Nobody knows whether it was done"),
    VALUE_MISSING(0, "A pointer finds nothing"),
    MAPPING_MISSING(0, "Code of a process is not there any more"),
    MAPPING_FAILED(0, "Code of a process has failed"),
    VALUE_INVALID(0, "A pointer finds something else"),
    REPLY_TOO_LARGE(500, "Reply too large"),
    TOO_MANY_STEPS(500, "Too many steps"),
    STEP_TIMED_OUT(504, "Not done in time"),
    MESSAGE_MISSED(504, "Message did not come in time"),
    NOT_WANTED(409, "Not wanted"),
    SENDER_REFUSED(403, "Not from this sender"),
    INSTANCE_MISSING(400, "It does not say which instance"),
    INSTANCE_UNKNOWN(404, "Instance unknown"),
    INSTANCE_AMBIGUOUS(409, "More than one instance"),
    COMPENSATION_TIMED_OUT(0, "Could not be undone in time"),
    UNDONE_TWICE(0, "May have been undone twice"),
    STEP_UNKNOWN(404, "Step unknown"),
    COMMAND_REFUSED(409, "Not possible now"),
    REPAIR_FAILED(0, "Done late, and not undone");

    private final int status;
    private final String title;

    ProcessProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem of a value that there is none of. */
    static Problem of(ValueMissing missing) {
        ProcessProblem kind =
                switch (missing.reason()) {
                    case NOTHING_THERE -> VALUE_MISSING;
                    case MAPPING_GONE -> MAPPING_MISSING;
                    case MAPPING_FAILED -> MAPPING_FAILED;
                };
        return kind.because(missing.getMessage() + ".");
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
