package dev.parley.web.renewal;

import dev.parley.message.Page;
import dev.parley.message.Refusal;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantText;
import dev.parley.renewal.GrantView;
import dev.parley.renewal.RenewalProblems;
import dev.parley.web.JsonAnswer;
import dev.parley.web.NextLink;
import dev.parley.web.ObjectText;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The answers that show grants, with their headers. */
final class GrantAnswer {

    private GrantAnswer() {}

    /**
     * 201 with the grant and where it is, or 202 if it waits.
     *
     * @throws Refusal {@code grant-ended} if the request is a repeated one, and its grant has ended: whoever asks must
     *     not believe it is held
     */
    static Response requested(Grant grant, URI base, Instant now) {
        if (grant.status().isFinal()) {
            throw new Refusal(RenewalProblems.grantEnded(grant));
        }
        boolean waits = grant.status() == Grant.Status.WAITING;
        return JsonAnswer.unstored(waits ? Response.Status.ACCEPTED : Response.Status.CREATED, bytes(grant, now))
                .location(base.resolve("pools/" + grant.pool() + "/grants/" + grant.id()))
                .build();
    }

    /** 200 with the grant. */
    static Response shown(Grant grant, Instant now) {
        return JsonAnswer.unstored(Response.Status.OK, bytes(grant, now)).build();
    }

    /** 200 with the grant, and what may be done with it. */
    static Response shown(GrantView view, Instant now) {
        byte[] text = GrantText.text(view, now).getBytes(StandardCharsets.UTF_8);
        return JsonAnswer.unstored(Response.Status.OK, text).build();
    }

    /** 200 with a page, and a link to the next. */
    static Response page(Page<Grant> page, UriInfo uris, Instant now) {
        List<String> grants =
                page.items().stream().map(grant -> GrantText.text(grant, now)).toList();
        byte[] text = ObjectText.start()
                .addAllJson("grants", grants)
                .add("next", page.next())
                .end();
        return NextLink.add(JsonAnswer.unstored(Response.Status.OK, text), page.next(), uris)
                .build();
    }

    private static byte[] bytes(Grant grant, Instant now) {
        return GrantText.text(grant, now).getBytes(StandardCharsets.UTF_8);
    }
}
