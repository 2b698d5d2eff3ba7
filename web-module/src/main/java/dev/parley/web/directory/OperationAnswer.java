package dev.parley.web.directory;

import dev.parley.definition.Written;
import dev.parley.directory.OperationView;
import dev.parley.message.Caller;
import dev.parley.web.DefinedAnswer;
import dev.parley.web.JsonAnswer;
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
        Long version = operation.entry() == null ? null : operation.entry().version();
        return DefinedAnswer.shown(OperationJson.of(operation, caller.operator()), version);
    }

    /** 201 with where it is if it was not entered before, and otherwise 200. */
    static Response written(Written<OperationView> written, Caller caller, URI base) {
        URI location = base.resolve("operations/" + written.value().name());
        return DefinedAnswer.written(shown(written.value(), caller), written.created(), location);
    }
}
