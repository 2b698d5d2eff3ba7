package dev.parley.web.process;

import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.body;
import static dev.parley.web.RestDispatcher.get;
import static dev.parley.web.RestDispatcher.json;
import static dev.parley.web.RestDispatcher.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Action;
import dev.parley.conversation.Status;
import dev.parley.message.Caller;
import dev.parley.process.InstanceView;
import dev.parley.process.Instances;
import dev.parley.process.command.Command;
import dev.parley.process.command.CommandReader;
import dev.parley.process.state.ProcessCodec;
import dev.parley.web.Examples;
import dev.parley.web.RestDispatcher;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands to processes through the dispatcher of the server's Jakarta REST, with everything behind it made up. */
class StepResourcesTest {

    private static final String STATE =
            """
            {"version": 2, "request": {}, "deadline": "2026-01-02T04:00:00Z", "steps": [
             {"id": "pick.1", "status": "STUCK", "version": 4, "since": "2026-01-02T03:04:05Z", "operation": "pick",
              "stuck": "value-missing", "fault": {"detail": "Nothing is at /request/item."}}]}""";

    private final FakeInstances instances = new FakeInstances();
    private RestDispatcher dispatcher;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container here that injects
    void start() {
        var steps = new StepsResource();
        steps.instances = instances;
        var pauses = new PausesResource();
        pauses.instances = instances;
        var resumptions = new ResumptionsResource();
        resumptions.instances = instances;
        var reruns = new RerunsResource();
        reruns.instances = instances;
        dispatcher = new RestDispatcher(steps, pauses, resumptions, reruns);
    }

    @Test
    void stepsAreShownWithWhatMayBeDone() throws Exception {
        var shown = json(send(get("/conversations/c1/steps")));
        assertThat(shown.getInt("version")).isEqualTo(2);
        var step = shown.getJsonArray("steps").getJsonObject(0);
        assertThat(step.getString("step")).isEqualTo("pick.1");
        assertThat(step.getString("etag")).isEqualTo("\"4\"");
        assertThat(step.getString("stuck")).isEqualTo("value-missing");
        assertThat(step.getString("detail")).isEqualTo("Nothing is at /request/item.");
        assertThat(shown.getString("waitsFor"))
                .startsWith("Step pick.1 waits for somebody to see to it (value-missing) since ");
        var retry = shown.getJsonArray("actions").getJsonObject(0);
        assertThat(retry.getString("href")).endsWith("/steps/pick.1/retry");
        assertThat(retry.getJsonObject("schema").getJsonObject("properties").keySet())
                .containsExactly("reason", "input");
        assertThat(retry.getJsonObject("schema").getJsonArray("required")).hasToString("[\"reason\"]");
    }

    @Test
    void aCommandNamesTheStepAsItWasSeen() {
        MockHttpResponse done = send(body("POST", "/conversations/c1/steps/pick.1/retry", "{\"reason\": \"mended\"}")
                .header("If-Match", "\"4\""));
        assertThat(done.getStatus()).isEqualTo(200);
        assertThat(instances.given.get(0).reason()).isEqualTo("mended");
        assertThat(instances.given.get(0).command())
                .isEqualTo(CommandReader.read(CommandReader.OfStep.RETRY, "pick.1", "\"4\"", "{\"reason\": \"mended\"}")
                        .command());
    }

    @Test
    void eachCommandIsRead() {
        send(body("POST", "/conversations/c1/steps/a/skip", "{\"reason\": \"r\", \"reply\": {}}"));
        send(body("POST", "/conversations/c1/steps/a/resolve", "{\"reason\": \"r\", \"fault\": {}}"));
        send(body("POST", "/conversations/c1/steps/a/replace", "{\"reason\": \"r\", \"operation\": \"other\"}"));
        send(body("POST", "/conversations/c1/pause", "{\"reason\": \"r\"}"));
        send(request("POST", "/conversations/c1/resume"));
        assertThat(instances.given)
                .extracting(read -> read.command().name() + " " + read.reason())
                .containsExactly("skip r", "resolve r", "replace r", "pause r", "resume ");
    }

    @Test
    void aRerunIsANewConversation() throws Exception {
        MockHttpResponse begun =
                send(body("POST", "/conversations/c0/rerun", "{\"reason\": \"r\", \"from\": \"pick\"}"));
        assertThat(begun.getStatus()).isEqualTo(201);
        assertThat(String.valueOf(begun.getOutputHeaders().getFirst("Location")))
                .endsWith("/conversations/" + json(begun).getString("conversationId"));
        assertThat(instances.given)
                .extracting(CommandReader.Read::command)
                .containsExactly(new Command.Rerun("pick", "c1"));
        assertProblem(send(body("POST", "/conversations/c0/rerun", "{\"reason\": \"r\"}")), 400, "body-invalid");
    }

    @Test
    void whatIsWrongWithACommandIsSaid() throws Exception {
        assertProblem(
                send(body("POST", "/conversations/c1/steps/a/resolve", "{\"reason\": \"r\"}")), 400, "body-invalid");
        assertProblem(send(body("POST", "/conversations/c1/steps/a/replace", "{}")), 400, "body-invalid");
        assertProblem(send(body("POST", "/conversations/c1/steps/a/skip", "{\"why\": 1}")), 400, "body-invalid");
        assertProblem(send(body("POST", "/conversations/c1/pause", "x")), 400, "body-not-json");
        assertThat(instances.given).isEmpty();
    }

    private MockHttpResponse send(MockHttpRequest request) {
        return dispatcher.send(request);
    }

    private static final class FakeInstances implements Instances {

        private final List<CommandReader.Read> given = new ArrayList<>();

        @Override
        public InstanceView get(String id, Caller caller) {
            Action retry = new Action("retry", "pick.1", "\"4\"", false, true, null);
            return new InstanceView(
                    Examples.conversation(Status.STUCK, 3), new ProcessCodec().decode(STATE), List.of(retry));
        }

        @Override
        public InstanceView command(String id, CommandReader.Read command, Caller caller) {
            given.add(command);
            return get(id, caller);
        }

        @Override
        public InstanceView rerun(String id, String body, Caller caller) {
            return command("c1", CommandReader.rerun("c1", body), caller);
        }
    }
}
