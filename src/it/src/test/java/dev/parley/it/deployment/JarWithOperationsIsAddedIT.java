package dev.parley.it.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Submission;
import dev.parley.directory.Operations;
import dev.parley.engine.journal.Conversations;
import dev.parley.exchange.Requests;
import dev.parley.it.deployment.greetings.Farewells;
import dev.parley.it.deployment.greetings.Greetings;
import dev.parley.it.server.Once;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import dev.parley.message.Caller;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs in the server. The EAR is the shipped one; nothing in it knows the operations that are added. */
@ExtendWith(ArquillianExtension.class)
@Tag(Once.TAG)
@InShares(on = Configuration.H2, seconds = 45)
class JarWithOperationsIsAddedIT {

    private static final Caller ALICE = new Caller("alice", false);

    @Inject
    private Operations operations;

    @Inject
    private Requests requests;

    @Inject
    private Conversations conversations;

    @Deployment
    static EnterpriseArchive parley() {
        EnterpriseArchive ear =
                ParleyEar.add(ParleyEar.as("parley-with-greetings.ear"), ParleyEar.operations(Greetings.class));
        ParleyEar.addLibrary(ear, Farewells.class);
        return ParleyEar.add(ear, Testable.archiveToTest(ParleyEar.tests(JarWithOperationsIsAddedIT.class)));
    }

    @Test
    void itsOperationsAreServed() {
        assertTrue(operations.names().contains("greet"), () -> "Served are " + operations.names());
    }

    @Test
    void operationsOfALibraryAreServedToo() throws Exception {
        ConversationView ended = ask("bid-farewell", "{\"name\": \"Ada\"}");

        assertEquals("{\"name\":\"Ada\"}", ended.reply());
    }

    @Test
    void itsOperationReplies() throws Exception {
        ConversationView ended = ask("{\"name\": \"Ada\"}");

        assertEquals(Status.SUCCEEDED, ended.conversation().status());
        String reply = String.valueOf(ended.reply());
        assertTrue(reply.contains("Hello Ada"), reply);
        assertTrue(reply.contains(ended.conversation().id()), reply);
    }

    @Test
    void itsFaultReplacesTheReply() throws Exception {
        ConversationView ended = ask("{\"name\": \"nobody\"}");

        assertEquals(Status.FAULTED, ended.conversation().status());
        assertTrue(String.valueOf(ended.fault()).contains("urn:parley:fault:nobody-there"));
    }

    private ConversationView ask(String body) throws ExecutionException, InterruptedException, TimeoutException {
        return ask("greet", body);
    }

    private ConversationView ask(String operation, String body)
            throws ExecutionException, InterruptedException, TimeoutException {
        Submission submission = new Submission(ALICE, operation, body, null, null, null, null, null);
        ConversationView accepted =
                requests.accept(submission).toCompletableFuture().get(20, TimeUnit.SECONDS);
        return conversations
                .awaitFinal(accepted.conversation().id(), ALICE, Duration.ofSeconds(20))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }
}
