package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.Arrivals;
import dev.parley.web.Callers;
import dev.parley.web.ParleyApplication;
import dev.parley.web.PathName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The announcement of what arrives in a mailbox. */
@Path("mailboxes/{mailbox}/stream")
@Tag(name = ParleyApplication.MAILBOXES)
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
@APIResponse(responseCode = "429", ref = "TooMany")
@APIResponse(responseCode = "503", ref = "Unavailable")
@ApplicationScoped
public class ArrivalsResource {

    @Inject
    Arrivals arrivals;

    @Inject
    ArrivalStreams streams;

    /** Tells when there is something to receive, until the client goes, and for an hour at most. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "announceArrivals", summary = "Be told when there is something to receive")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events 'arrival' with {\"mailbox\": NAME}: receive then. Comments in between; come again when it ends.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public void announce(
            @PathParam("mailbox") String mailbox,
            @Context SecurityContext security,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Caller caller = Callers.of(security);
        String name = PathName.mailbox(mailbox);
        streams.open(sink, sse, name, listener -> arrivals.listen(name, listener, caller));
    }
}
