package dev.parley.examples.ordering;

import dev.parley.CompensatedBy;
import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;

/** Checks, stamps and archives documents: steps for slips, in whatever order a requester wants them. */
@ApplicationScoped
class Documents {

    private static final String DRAFT = "draft";

    @Inject
    Effects effects;

    /** Which document. */
    public record Document(@NotBlank @Size(max = 100) String document) {}

    /** What was found. */
    public record Checked(String document, int pages) {}

    /** The stamp that it got. */
    public record Stamp(String stampId, String document) {}

    /** Where it is kept. */
    public record Archived(String shelf, String document) {}

    @Operation("check-document")
    Checked check(Document request, Exchange exchange) throws SQLException {
        effects.add(exchange, "check of " + request.document());
        return new Checked(request.document(), request.document().length());
    }

    @Operation("stamp-document")
    @CompensatedBy("unstamp-document")
    Stamp stamp(Document request, Exchange exchange) throws SQLException {
        return new Stamp(effects.add(exchange, "stamp on " + request.document()), request.document());
    }

    @Operation("unstamp-document")
    void unstamp(Stamp stamp, Exchange exchange) throws SQLException {
        effects.add(exchange, "removal of stamp " + stamp.stampId());
    }

    /** Says no to drafts: then the slip goes back over the stamps. */
    @Operation("archive-document")
    Archived archive(Document request, Exchange exchange) throws Fault, SQLException {
        if (request.document().startsWith(DRAFT)) {
            throw new Fault("not-final", "A draft is not archived: give the document another name first.");
        }
        effects.add(exchange, "archiving of " + request.document());
        return new Archived("A" + request.document().length(), request.document());
    }
}
