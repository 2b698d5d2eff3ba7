package dev.parley.it.crash;

/** Where the commit of a transaction of the database alone can be cut off. */
enum OnePhasePoint {
    BEFORE_COMMIT("ENTRY"),
    AFTER_COMMIT("EXIT");

    private final String location;

    OnePhasePoint(String location) {
        this.location = location;
    }

    /** A Byteman rule that ends the process here under this condition. */
    String rule(String condition) {
        return """
                RULE %s
                CLASS com.arjuna.ats.internal.jta.resources.arjunacore.XAResourceRecord
                METHOD topLevelOnePhaseCommit()
                AT %s
                IF %s
                DO traceln("The process ends: %s"), killJVM()
                ENDRULE
                """
                .formatted(name(), location, condition, name());
    }
}
