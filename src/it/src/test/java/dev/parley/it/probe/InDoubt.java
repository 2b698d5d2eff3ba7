package dev.parley.it.probe;

/**
 * Transactions that were prepared and have not ended.
 *
 * @param database branches in the database
 * @param broker branches in the broker
 * @param coordinator records of the transaction manager
 */
public record InDoubt(int database, int broker, int coordinator) {

    /** Whether nothing is left to recover. */
    public boolean isNothing() {
        return total() == 0;
    }

    public int total() {
        return database + broker + coordinator;
    }
}
