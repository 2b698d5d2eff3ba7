package dev.parley.web.process;

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
import dev.parley.definition.WrittenDefinition;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Violation;
import dev.parley.process.ProcessVersion;
import dev.parley.process.ProcessView;
import dev.parley.process.Processes;
import dev.parley.process.definition.DefinitionLimits;
import dev.parley.process.definition.Mermaid;
import dev.parley.process.definition.OfferCheck;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.ProcessReader;
import dev.parley.process.definition.ReadProcess;
import dev.parley.web.RestDispatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes through the dispatcher of the server's Jakarta REST, with everything behind the boundary made up. */
class ProcessResourcesTest {

    private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

    private final FakeProcesses processes = new FakeProcesses();
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var resource = new ProcessesResource();
        resource.processes = processes;
        var versions = new VersionsResource();
        versions.processes = processes;
        dispatcher = new RestDispatcher(resource, versions);
    }

    private static ProcessDefinition definition(String operation) {
        String text = "{\"steps\": [{\"name\": \"a\", \"operation\": \"%s\"}]}".formatted(operation);
        return new ProcessReader(DefinitionLimits.DEFAULT, name -> null).stored("order", text);
    }

    private static ProcessView view() {
        var read = new ReadProcess(definition("pack"), List.of(new Violation("/steps/0", "a fence")));
        return new ProcessView(new WrittenDefinition<>("order", 7, "", read, WRITTEN, "olga"), 2);
    }

    @Test
    void aProcessIsDefined() throws Exception {
        MockHttpResponse created = send(body("PUT", "/processes/order", "{}").header("If-None-Match", "*"));
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(header(created, "Location")).isEqualTo(BASE + "/processes/order");
        assertThat(header(created, "ETag")).isEqualTo("\"7\"");
        assertThat(json(created).getInt("version")).isEqualTo(2);
        assertThat(json(created).getJsonArray("steps")).hasSize(1);
        assertThat(json(created).getJsonArray("warnings").getJsonObject(0).getString("field"))
                .isEqualTo("/steps/0");
        assertThat(processes.done).containsExactly("define order {} ann");
    }

    @Test
    void aProcessIsShownDrawnListedAndDeleted() throws Exception {
        assertThat(json(send(get("/processes/order"))).getString("updatedBy")).isEqualTo("olga");
        MockHttpResponse picture = send(get("/processes/order?format=mermaid"));
        assertThat(header(picture, "Content-Type")).startsWith("text/plain");
        assertThat(picture.getContentAsString()).startsWith("flowchart TD");
        assertProblem(send(get("/processes/order?format=png")), 400, "parameter-invalid");
        assertThat(json(send(get("/processes"))).getJsonArray("processes").getJsonObject(0))
                .containsKeys("name", "version")
                .doesNotContainKey("steps");
        assertThat(json(send(get("/processes/order/problems"))).getJsonArray("problems"))
                .hasSize(1);
        assertThat(send(request("DELETE", "/processes/order")).getStatus()).isEqualTo(204);
    }

    @Test
    void versionsAreListedShownAndCompared() throws Exception {
        assertThat(json(send(get("/processes/order/versions"))).getJsonArray("versions"))
                .hasSize(2);
        assertThat(json(send(get("/processes/order/versions/1"))).getString("createdBy"))
                .isEqualTo("olga");
        var change = json(send(get("/processes/order/versions/1/diff?with=2")))
                .getJsonArray("changes")
                .getJsonObject(0);
        assertThat(change.getString("step")).isEqualTo("a");
        assertThat(change.getString("member")).isEqualTo("operation");
        assertThat(change.getString("to")).isEqualTo("ship");
        assertProblem(send(get("/processes/order/versions/x")), 404, "not-found");
        assertProblem(send(get("/processes/order/versions/1/diff")), 400, "parameter-invalid");
    }

    @Test
    void oddNamesAreNotThereAndCannotBeGiven() throws Exception {
        assertProblem(send(get("/processes/a%20b")), 404, "process-unknown");
        assertProblem(send(get("/processes/a%20b/versions")), 404, "process-unknown");
        assertProblem(send(body("PUT", "/processes/a%20b", "{}")), 400, "name-invalid");
        assertProblem(send(body("PUT", "/processes/order", " ".repeat(256 * 1024 + 1))), 413, "message-too-large");
        assertThat(processes.done).isEmpty();
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    private static final class FakeProcesses implements Processes {

        private final List<String> done = new ArrayList<>();

        @Override
        public Written<ProcessView> define(String name, String definition, Precondition expected, Caller caller) {
            done.add("define " + name + " " + definition + " " + caller.name());
            return new Written<>(view(), Written.Change.CREATED);
        }

        @Override
        public ProcessView get(String name, Caller caller) {
            return view();
        }

        @Override
        public Page<ProcessView> list(String after, int limit, Caller caller) {
            return new Page<>(List.of(view()), null);
        }

        @Override
        public void delete(String name, Precondition expected, Caller caller) {
            done.add("delete " + name);
        }

        @Override
        public Page<ProcessVersion> versions(String name, String after, int limit) {
            return new Page<>(List.of(version(name, 1), version(name, 2)), null);
        }

        @Override
        public ProcessVersion version(String name, int number) {
            return new ProcessVersion(number, definition(number == 1 ? "pack" : "ship"), WRITTEN, "olga");
        }

        @Override
        public String picture(ProcessDefinition definition) {
            return Mermaid.of(definition, operation -> null);
        }

        @Override
        public OfferCheck problems(String name, Caller caller) {
            return new OfferCheck(definition("pack"), operation -> null);
        }
    }
}
