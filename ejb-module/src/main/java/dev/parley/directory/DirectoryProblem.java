package dev.parley.directory;

import dev.parley.message.ProblemKind;

/** The problems of operations and who serves them. */
public enum DirectoryProblem implements ProblemKind {
    OPERATION_UNKNOWN(404, "Operation unknown"),
    OPERATION_NOT_ENTERED(409, "The operation is not entered"),
    NAME_TAKEN(409, "Name taken"),
    NAME_RESERVED(403, "Name reserved"),
    STILL_ENTERED(409, "Still entered"),
    OWNER_DIFFERS(409, "Somebody else's");

    private final int status;
    private final String title;

    DirectoryProblem(int status, String title) {
        this.status = status;
        this.title = title;
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
