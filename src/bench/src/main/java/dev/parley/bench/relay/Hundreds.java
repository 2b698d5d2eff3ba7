package dev.parley.bench.relay;

import dev.parley.bench.Figures;
import dev.parley.bench.Latencies;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** One client sends, receives and acknowledges a hundred messages in a call each. Parley alone: SQS has ten at most. */
final class Hundreds {

    private static final int HUNDRED = 100;
    private static final double MEDIAN = 0.5;
    private static final String BODY = "x".repeat(100);

    private final ParleyHost parley;
    private final String mailbox;
    private final Kind kind;
    private int sent;

    /** What they have. */
    enum Kind {
        PLAIN("100 messages"),
        WITH_IDS("100 messages with ids"),
        IN_GROUPS("100 messages with ids, each of its own group");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    Hundreds(ParleyHost parley, String mailbox, Kind kind) {
        this.parley = parley;
        this.mailbox = mailbox;
        this.kind = kind;
    }

    /** Works for so long, and notes the medians. */
    void run(long nanos, Figures to) throws IOException {
        Latencies send = new Latencies();
        Latencies receive = new Latencies();
        Latencies acknowledge = new Latencies();
        String unlike = Long.toString(System.nanoTime());
        try (ParleyClient client = parley.client()) {
            long end = System.nanoTime() + nanos;
            while (System.nanoTime() - end < 0) {
                List<String> messages = messages(unlike);
                long begin = System.nanoTime();
                client.send(mailbox, messages);
                long isSent = System.nanoTime();
                List<String> locks = client.receive(mailbox, HUNDRED, 0).locks();
                long isReceived = System.nanoTime();
                client.acknowledge(mailbox, locks);
                send.add(isSent - begin);
                receive.add(isReceived - isSent);
                acknowledge.add(System.nanoTime() - isReceived);
                if (locks.size() != HUNDRED) {
                    throw new IllegalStateException("Parley gave out " + locks.size() + " messages");
                }
            }
        }
        note("send", send, to);
        note("receive", receive, to);
        note("acknowledge", acknowledge, to);
    }

    private void note(String call, Latencies latencies, Figures to) {
        to.add(kind.title + ": " + call + ", p50, ms", RelaySide.PARLEY, latencies.percentile(MEDIAN));
    }

    private List<String> messages(String unlike) {
        sent += HUNDRED;
        return IntStream.range(sent - HUNDRED, sent)
                .mapToObj(number -> message(unlike + "-" + number))
                .toList();
    }

    private String message(String id) {
        String named = kind == Kind.PLAIN ? "" : "\"messageId\":\"" + id + "\",";
        String grouped = kind == Kind.IN_GROUPS ? "\"group\":\"" + id + "\"," : "";
        return "{" + named + grouped + "\"body\":\"" + BODY + "\"}";
    }
}
