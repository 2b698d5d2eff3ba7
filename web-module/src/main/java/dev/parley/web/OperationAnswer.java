package dev.parley.web;

import dev.parley.conversation.Caller;
import dev.parley.directory.Entries;
import dev.parley.directory.OperationView;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The answers that show operations, with their headers. */
final class OperationAnswer {

    private OperationAnswer() {}

    static Response list(List<OperationView> operations, Caller caller) {
        return JsonAnswer.of(OperationJson.list(operations, caller.operator()));
    }

    /** 200 with the operation; with the version of its entry, if there is one. */
    static Response shown(OperationView operation, Caller caller) {
        Response.ResponseBuilder answer = JsonAnswer.with(OperationJson.of(operation, caller.operator()))
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (operation.entry() != null) {
            answer.tag(new EntityTag(Long.toString(operation.entry().version())));
        }
        return answer.build();
    }

    /** 201 with where it is if it was not entered before, and otherwise 200. */
    static Response written(Entries.Written written, Caller caller, URI base) {
        Response shown = shown(written.operation(), caller);
        return written.created()
                ? Response.fromResponse(shown)
                        .status(Response.Status.CREATED)
                        .location(
                                base.resolve("operations/" + written.operation().name()))
                        .build()
                : shown;
    }
}
