package dev.parley.bench;

/** Who does sagas of three steps with a row each. */
enum SagaSide implements Figures.Column {
    /** Parley, with three methods. */
    PARLEY("Parley"),
    /** DBOS, with three steps of a workflow, in a process of its own. */
    DBOS("DBOS"),
    /** The coordinator of Narayana in WildFly, with three participants. */
    LRA("LRA coordinator");

    private final String title;

    SagaSide(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
