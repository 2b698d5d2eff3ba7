package dev.parley.simulation.turn;

/**
 * What a turn did to the database.
 *
 * @param conversationId in which conversation
 * @param turn which turn
 * @param body what was asked for
 * @param before what was kept in the turn before; empty for nothing
 */
record TurnEffect(String conversationId, int turn, String body, String before) {

    /** What is kept after it. */
    String after() {
        return before + body;
    }
}
