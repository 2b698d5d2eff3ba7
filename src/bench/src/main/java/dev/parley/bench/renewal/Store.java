package dev.parley.bench.renewal;

import dev.parley.bench.HttpConnection;
import dev.parley.bench.HttpConnection.Answer;
import dev.parley.bench.Server;
import dev.parley.bench.store.WorkingSet;
import java.io.IOException;
import java.util.Locale;

/** The pools and grants of the server, as the bench makes them in its database. */
final class Store {

    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;
    private static final int AT_ONCE = 50_000;
    private static final long LEAD_MILLIS = 3_000;

    /** An empty pool: whoever defines it makes the sweeper look when the next grant is due. */
    private static final String LOOK = "bench-look";

    private final Server server;

    Store(Server server) {
        this.server = server;
    }

    /** What is to happen at a time, before which it must have been prepared. */
    @FunctionalInterface
    interface Preparation {
        void at(long millis) throws IOException;
    }

    /** Defines a pool. */
    void define(String pool, String definition) throws IOException {
        call("PUT", "/parley/v1/pools/" + pool, definition);
    }

    /** Adds grants with the numbers from the first to the last one. */
    void fill(String pool, String pingTo, int first, int last) throws IOException {
        System.err.printf(Locale.ROOT, "Filling %s up to %,d grants%n", pool, last);
        for (int next = first; next <= last; next += AT_ONCE) {
            int to = Math.min(last, next + AT_ONCE - 1);
            post("?pool=" + pool + pingTo(pingTo) + "&first=" + next + "&last=" + to);
        }
    }

    /** Makes the working set of a pool anew. */
    void work(String pool, String pingTo, WorkingSet set) throws IOException {
        post("/working?pool=" + pool + pingTo(pingTo) + "&count=" + set.count() + "&others=" + set.others());
    }

    private static String pingTo(String address) {
        return address.isEmpty() ? "" : "&pingTo=" + address;
    }

    /** Lets the first so many of the working set come due from then on. */
    void due(WorkingSet set, int count, long at, int rate) throws IOException {
        post("/due?count=" + count + "&of=" + set.count() + "&others=" + set.others() + "&at=" + at + "&rate=" + rate);
    }

    /** Makes that the working set has been asked. */
    void ask(String pool) throws IOException {
        post("/asked?pool=" + pool);
    }

    /** Lets all grants of a pool run out then. */
    void expire(String pool, int attempts, long at) throws IOException {
        post("/expire?pool=" + pool + "&at=" + at + "&attempts=" + attempts);
    }

    /** Removes all grants. */
    void empty() throws IOException {
        post("/empty");
    }

    /** Removes the grants of a pool. */
    void remove(String pool) throws IOException {
        post("/remove?pool=" + pool);
    }

    /** When the next grant is due, in milliseconds since 1970. */
    long next() throws IOException {
        return get("/next");
    }

    /** How many of the working set have confirmed. */
    long confirmed(String pool) throws IOException {
        return get("/confirmed?pool=" + pool);
    }

    /** How many grants of a pool have ended because their holders were not heard of. */
    long ended(String pool) throws IOException {
        return get("/ended?pool=" + pool);
    }

    /** Prepares something for a time that is still to come then, and that the sweeper knows of; answers the time. */
    long prepare(Preparation preparation) throws IOException {
        for (long lead = LEAD_MILLIS; ; lead *= 2) {
            long at = System.currentTimeMillis() + lead;
            preparation.at(at);
            if (System.currentTimeMillis() < at - HUNDRED) {
                define(LOOK, "{\"capacity\":1}");
                return at;
            }
        }
    }

    private void post(String what) throws IOException {
        call("POST", "/byhand/grants" + what, "");
    }

    private long get(String what) throws IOException {
        return Long.parseLong(call("GET", "/byhand/grants" + what, ""));
    }

    private String call(String method, String path, String body) throws IOException {
        try (HttpConnection connection = connect()) {
            Answer answer = connection.call(method, path, "", body);
            if (answer.status() / HUNDRED != SUCCESS) {
                throw new IllegalStateException(method + " " + path + " was answered with " + answer);
            }
            return answer.body();
        }
    }

    /** Opens a connection to the server, for one thread. */
    HttpConnection connect() {
        return new HttpConnection(
                server.httpPort(),
                "Authorization: " + server.basic()
                        + "\r\nContent-Type: application/json\r\nAccept: application/json, application/problem+json, text/plain\r\n");
    }
}
