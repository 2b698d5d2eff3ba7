package dev.parley.it.renewal;

import dev.parley.it.client.Answer;
import dev.parley.it.client.Replies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What comes to a holder's queue, where pings may come between other things: what is not asked for is kept. */
final class Correspondence {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Replies replies;
    private final List<Answer> kept = new ArrayList<>();

    Correspondence(Replies replies) {
        this.replies = replies;
    }

    /** The next message of that kind and type, which must come. */
    Answer next(String kind, String type) {
        for (Iterator<Answer> each = kept.iterator(); each.hasNext(); ) {
            Answer answer = each.next();
            if (is(answer, kind, type)) {
                each.remove();
                return answer;
            }
        }
        while (true) {
            Answer answer = replies.poll(PATIENCE)
                    .orElseThrow(() -> new AssertionError("No " + kind + " " + type + " came; there were " + kept));
            if (is(answer, kind, type)) {
                return answer;
            }
            kept.add(answer);
        }
    }

    /** The next ping, which must come. */
    Answer ping() {
        return next("Ping", "ping");
    }

    /** All that has come, and was not asked for. */
    List<Answer> rest() {
        replies.poll(Duration.ofMillis(500)).ifPresent(kept::add);
        return kept;
    }

    private static boolean is(Answer answer, String kind, String type) {
        return kind.equals(answer.kind()) && type.equals(answer.type());
    }
}
