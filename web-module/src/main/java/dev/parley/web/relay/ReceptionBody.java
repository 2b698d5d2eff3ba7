package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that may come with a reception. */
@Schema(name = "Reception")
public record ReceptionBody(
        @Schema(
                        maxItems = 100,
                        description =
                                "Locks whose messages are done: they are acknowledged before anything is received. The answer says what became of them.")
                List<String> acknowledge) {}
