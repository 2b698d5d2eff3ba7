package dev.parley.web.renewal;

import static dev.parley.web.RestDispatcher.BASE;
import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.header;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.renewal.PoolView;
import dev.parley.renewal.Pools;
import dev.parley.web.RestDispatcher;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools through the dispatcher of the server's Jakarta REST, with everything behind the boundary made up. */
class PoolResourcesTest {

    private final FakePools pools = new FakePools();
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var resource = new PoolsResource();
        resource.pools = pools;
        // Its paths begin alike: both must be found
        dispatcher = new RestDispatcher(resource, new GrantsResource());
    }

    @Test
    void aPoolIsDefined() throws Exception {
        MockHttpResponse created =
                send(body("PUT", "/pools/seats", "{\"capacity\":3}").header("If-None-Match", "*"));
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo(BASE + "/pools/seats");
        assertThat(header(created, "ETag")).isEqualTo("\"7\"");
        assertThat(json(created).getInt("free")).isEqualTo(1);
        assertThat(pools.done).containsExactly("define seats {\"capacity\":3} ann");
        assertThat(pools.expected.holds(null)).isTrue();
        assertThat(pools.expected.holds(7L)).isFalse();
    }

    @Test
    void aPoolIsChanged() throws Exception {
        pools.created = false;
        MockHttpResponse changed = send(body("PUT", "/pools/seats", "{}").header("If-Match", "\"7\""));
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(header(changed, "Location")).isNull();
        assertThat(header(changed, "ETag")).isEqualTo("\"7\"");
        assertThat(pools.expected.holds(7L)).isTrue();
        assertThat(pools.expected.holds(8L)).isFalse();
    }

    @Test
    void aPoolIsShownListedAndDeleted() throws Exception {
        MockHttpResponse shown = send(get("/pools/seats"));
        assertThat(header(shown, "ETag")).isEqualTo("\"7\"");
        assertThat(header(shown, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(json(shown).getBoolean("underPressure")).isTrue();
        MockHttpResponse page = send(get("/pools?after=a&limit=2"));
        assertThat(json(page).getJsonArray("pools").getJsonObject(0).getInt("held"))
                .isEqualTo(2);
        assertThat(json(page).getString("next")).isEqualTo("c/2");
        assertThat(header(page, "Link")).isEqualTo("<" + BASE + "/pools?limit=2&after=c%2F2>; rel=\"next\"");
        MockHttpResponse deleted = send(request("DELETE", "/pools/seats").header("If-Match", "\"8\""));
        assertThat(deleted.getStatus()).isEqualTo(204);
        assertThat(pools.expected.holds(7L)).isFalse();
        assertThat(pools.done).containsExactly("get seats", "list a 2", "delete seats ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a%2Fb", "%C3%A4", "a~b", "a%00b"})
    void oddNamesAreNotThereAndCannotBeGiven(String name) throws Exception {
        assertProblem(send(get("/pools/" + name)), 404, "pool-unknown");
        assertProblem(send(request("DELETE", "/pools/" + name)), 404, "pool-unknown");
        assertProblem(send(body("PUT", "/pools/" + name, "{}")), 400, "name-invalid");
        assertThat(pools.done).isEmpty();
    }

    @Test
    void whatIsSentIsChecked() throws Exception {
        assertProblem(send(get("/pools?limit=201")), 400, "parameter-invalid");
        assertProblem(send(request("PUT", "/pools/seats").contentType("text/plain")), 415, "unsupported-media-type");
        assertProblem(send(body("PUT", "/pools/seats", " ".repeat(16 * 1024 + 1))), 413, "message-too-large");
        assertThat(pools.done).isEmpty();
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    private static class FakePools implements Pools {

        private final List<String> done = new ArrayList<>();
        private boolean created = true;
        private Precondition expected;

        @Override
        public Written<PoolView> define(String name, String definition, Precondition expected, Caller caller) {
            done.add("define " + name + " " + definition + " " + caller.name());
            this.expected = expected;
            return new Written<>(PoolExamples.view(), created ? Written.Change.CREATED : Written.Change.UPDATED);
        }

        @Override
        public PoolView get(String name, Caller caller) {
            done.add("get " + name);
            return PoolExamples.view();
        }

        @Override
        public Page<PoolView> list(String after, int limit, Caller caller) {
            done.add("list " + after + " " + limit);
            return new Page<>(List.of(PoolExamples.view()), "c/2");
        }

        @Override
        public void delete(String name, Precondition expected, Caller caller) {
            done.add("delete " + name + " " + caller.name());
            this.expected = expected;
        }
    }
}
