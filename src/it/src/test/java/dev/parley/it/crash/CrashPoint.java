package dev.parley.it.crash;

/**
 * Where a transaction of three branches (the message that was received, the rows, the messages that are sent) can be
 * cut off.
 */
public enum CrashPoint {
    BEFORE_PREPARE("arjuna.coordinator.BasicAction", "prepare(boolean)", "ENTRY", 1),
    FIRST_BRANCH_PREPARED(Names.BRANCH, "topLevelPrepare()", "EXIT", 1),
    SECOND_BRANCH_PREPARED(Names.BRANCH, "topLevelPrepare()", "EXIT", 2),
    THIRD_BRANCH_PREPARED(Names.BRANCH, "topLevelPrepare()", "EXIT", 3),
    BEFORE_DECISION_IS_WRITTEN(Names.STORE, "write_committed", "ENTRY", 1),
    DECISION_IS_WRITTEN(Names.STORE, "write_committed", "EXIT", 1),
    BEFORE_FIRST_COMMIT(Names.BRANCH, "topLevelCommit()", "ENTRY", 1),
    FIRST_BRANCH_COMMITTED(Names.BRANCH, "topLevelCommit()", "EXIT", 1),
    BEFORE_SECOND_COMMIT(Names.BRANCH, "topLevelCommit()", "ENTRY", 2),
    SECOND_BRANCH_COMMITTED(Names.BRANCH, "topLevelCommit()", "EXIT", 2),
    BEFORE_THIRD_COMMIT(Names.BRANCH, "topLevelCommit()", "ENTRY", 3),
    THIRD_BRANCH_COMMITTED(Names.BRANCH, "topLevelCommit()", "EXIT", 3),
    BEFORE_DECISION_IS_REMOVED(Names.STORE, "remove_committed", "ENTRY", 1),
    DECISION_IS_REMOVED(Names.STORE, "remove_committed", "EXIT", 1);

    private final String type;
    private final String method;
    private final String location;
    private final int call;

    /**
     * @param type the class within Narayana
     * @param location entry or exit of the method
     * @param call which of the transaction's calls of the method
     */
    CrashPoint(String type, String method, String location, int call) {
        this.type = type;
        this.method = method;
        this.location = location;
        this.call = call;
    }

    /** A Byteman rule that ends the process here: without a condition of its own it never does. */
    String rule(String file, String condition) {
        return """
                RULE %s
                CLASS com.arjuna.ats.%s
                METHOD %s
                AT %s
                BIND file : java.io.File = %s
                IF %s AND incrementCounter("%s") == %d
                DO traceln("The process ends: %s"), killJVM()
                ENDRULE
                """
                .formatted(name(), type, method, location, file, condition, name(), call, name());
    }

    /** Whether a transaction of two branches, without a message that was received, comes by too. */
    boolean isPassedWithTwoBranches() {
        return call < 3;
    }

    /** Only the record of the transaction is of interest in the store. */
    boolean isInStore() {
        return type.equals(Names.STORE);
    }

    private static final class Names {
        static final String BRANCH = "internal.jta.resources.arjunacore.XAResourceRecord";
        static final String STORE = "internal.arjuna.objectstore.FileSystemStore";
    }
}
