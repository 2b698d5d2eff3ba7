package dev.parley.engine.run;

import dev.parley.engine.call.OperationFailed;
import java.time.Duration;

/** Notes attempts, each in a transaction of its own: what it notes stays when the attempt is rolled back. */
interface Attempts {

    /** An attempt at a conversation begins; at a turn of it, or 0 where none are taken. */
    void begin(String conversationId, int turn);

    /** It failed, and is made again after that pause. */
    void failed(OperationFailed failed, Duration pause);
}
