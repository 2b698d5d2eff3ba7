package dev.parley.simulation.exchange;

/** What can be broken on purpose in how providers are asked, to see that the simulation notices. */
enum AskingDefect {
    /** None: the pattern as it is. */
    NONE,
    /** An answer that comes after the end decides how it ended. */
    LATE_ANSWER_WINS,
    /** An answer is taken although the deadline has passed. */
    ANSWER_TAKEN_AFTER_DEADLINE,
    /** There is always another attempt. */
    ATTEMPTS_WITHOUT_LIMIT,
    /** There is no pause between attempts. */
    PAUSE_FORGOTTEN,
    /** An attempt is given up too early. */
    ATTEMPT_CUT_SHORT,
    /** Each attempt has a message id of its own. */
    MESSAGE_ID_PER_ATTEMPT,
    /** An acknowledgment of the provider does not stop the retries. */
    ACKNOWLEDGMENT_IGNORED,
    /** Whoever knows the conversation can answer. */
    TICKET_NOT_CHECKED,
    /** What nobody waits for is dropped. */
    STRAY_ANSWER_DROPPED,
    /** What a provider said is not journaled. */
    ANSWER_NOT_JOURNALED,
    /** The provider's answer is not passed on as it is. */
    ANSWER_CHANGED,
    /** What is no JSON is passed on. */
    GARBAGE_PASSED_ON,
    /** Silence is taken for a success. */
    SILENCE_SUCCEEDS,
    /** A fault that nobody can be told is parked nowhere. */
    UNTOLD_FAULT_DROPPED,
    /** A request that nobody will hear of again expires at a deadline that its requester did not give. */
    UNTOLD_REQUEST_EXPIRES,
    /** What nobody was there for is taken for done where silence is no failure. */
    UNASKED_SUCCEEDS
}
