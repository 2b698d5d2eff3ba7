package dev.parley.bench.relay;

import dev.parley.bench.HttpConnection.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A kept-alive connection to a {@link Host}. */
interface Client extends AutoCloseable {

    /** Sends messages, all with the same body, in one call. */
    void send(String mailbox, String body, int count) throws IOException;

    /** Receives up to so many in one call, which waits for so many seconds if there are none. */
    Received receive(String mailbox, int max, int seconds) throws IOException;

    /** Acknowledges them in one call. */
    void acknowledge(String mailbox, List<String> locks) throws IOException;

    /**
     * Acknowledges some and receives others, in one call where there is one for it.
     *
     * @param done the locks of those to be acknowledged; none the first time
     */
    Received acknowledgeAndReceive(String mailbox, List<String> done, int max) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * What was received.
     *
     * @param locks the lock of each message; none if nothing came
     * @param text the answer as it came
     */
    record Received(List<String> locks, String text) {

        /** Finds the locks where they are the values of a field. */
        static Received of(Answer answer, String field) {
            String begin = "\"" + field + "\":\"";
            String text = answer.body();
            List<String> locks = new ArrayList<>();
            for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
                at += begin.length();
                locks.add(text.substring(at, text.indexOf('"', at)));
            }
            return new Received(locks, text);
        }
    }
}
