package dev.parley.web.renewal;

import dev.parley.definition.Written;
import dev.parley.message.Page;
import dev.parley.renewal.PoolView;
import dev.parley.web.DefinedAnswer;
import dev.parley.web.JsonAnswer;
import dev.parley.web.NextLink;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answers that show pools, with their headers. */
final class PoolAnswer {

    private PoolAnswer() {}

    /** 200 with a page, and a link to the next. */
    static Response page(Page<PoolView> page, UriInfo uris) {
        return NextLink.add(JsonAnswer.with(PoolJson.page(page)), page.next(), uris)
                .build();
    }

    /** 200 with the pool and the version of its definition. */
    static Response shown(PoolView pool) {
        return DefinedAnswer.shown(PoolJson.shown(pool), pool.pool().version());
    }

    /** 201 with where it is if it was not there before, and otherwise 200. */
    static Response written(Written<PoolView> written, UriInfo uris) {
        String path = "pools/" + written.value().pool().name();
        return DefinedAnswer.written(
                shown(written.value()), written.created(), uris.getBaseUri().resolve(path));
    }
}
