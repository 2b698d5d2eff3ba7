package dev.parley.web.exchange;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Effort;
import dev.parley.message.Page;
import dev.parley.web.IfNoneMatch;
import dev.parley.web.JsonAnswer;
import dev.parley.web.NextLink;
import dev.parley.web.Preferences;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers that show conversations, with their headers. */
final class ConversationAnswer {

    /** The seconds after which to ask again while a conversation has not ended. */
    static final int POLL_AFTER = 1;

    private ConversationAnswer() {}

    /**
     * 202, the acknowledgment of a request: always the same status, also when the request was repeated or has ended
     * meanwhile. Then it has the outcome too.
     *
     * @param base the base URI of the application
     */
    static Response accepted(ConversationView view, URI base, Preferences prefer) {
        Response.ResponseBuilder answer = Response.accepted()
                .location(base.resolve("conversations/" + view.conversation().id()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ConversationJson.accepted(view).toString());
        return finish(answer, view.conversation(), prefer);
    }

    /** 200 with the conversation as it stands, or 304 if the client has that version. */
    static Response shown(
            ConversationView view,
            @Nullable Effort effort,
            List<Action> actions,
            IfNoneMatch known,
            Preferences prefer) {
        Response.ResponseBuilder answer = known.has(view)
                ? Response.notModified().header(HttpHeaders.CACHE_CONTROL, JsonAnswer.CACHING)
                : JsonAnswer.with(ConversationJson.shown(view, effort, actions));
        answer.header(HttpHeaders.VARY, "Authorization, Prefer");
        return finish(answer, view.conversation(), prefer);
    }

    /** 200 with a page, and a link to the next. */
    static Response page(Page<Conversation> page, UriInfo uris) {
        return NextLink.add(JsonAnswer.with(ConversationJson.page(page)), page.next(), uris)
                .build();
    }

    private static Response finish(Response.ResponseBuilder answer, Conversation conversation, Preferences prefer) {
        answer.tag(new EntityTag(Integer.toString(conversation.version())));
        if (!conversation.status().isFinal()) {
            answer.header(HttpHeaders.RETRY_AFTER, POLL_AFTER);
        }
        if (prefer.waits()) {
            answer.header("Preference-Applied", prefer.applied());
        }
        return answer.build();
    }
}
