package dev.parley.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Version 1 of the HTTP contract. */
@ApplicationPath("/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Parley",
                        version = "1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        contact = @Contact(name = "The maintainers of Parley"),
                        description = "Durable conversations between services. Times are ISO 8601 in UTC, durations ISO"
                                + " 8601; errors are problem objects (RFC 9457). What is not the caller's is"
                                + " answered with 404."),
        servers = @Server(url = "/", description = "Where this was read"),
        externalDocs =
                @ExternalDocumentation(
                        url = "/parley/v1/openapi",
                        description = "The operations that are there now, with what they take and give"),
        security = @SecurityRequirement(name = "basic"),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = ParleyApplication.PREFER,
                                    in = ParameterIn.HEADER,
                                    description = "wait=N delays the answer up to N seconds, at most 60 (RFC 7240)",
                                    schema = @Schema(implementation = String.class),
                                    example = "wait=10"),
                            @Parameter(
                                    name = ParleyApplication.IDEMPOTENCY_KEY,
                                    in = ParameterIn.HEADER,
                                    description = "Repeated with the same content, a request takes effect once and is"
                                            + " answered again.",
                                    schema = @Schema(implementation = String.class),
                                    example = "\"order-4711\""),
                            @Parameter(
                                    name = ParleyApplication.IF_MATCH,
                                    in = ParameterIn.HEADER,
                                    description = "Only if it still has this ETag; * for any.",
                                    schema = @Schema(implementation = String.class)),
                            @Parameter(
                                    name = ParleyApplication.IF_NONE_MATCH,
                                    in = ParameterIn.HEADER,
                                    description = "* for only if there is none.",
                                    schema = @Schema(implementation = String.class))
                        },
                        headers = {
                            @Header(
                                    name = ParleyApplication.ETAG,
                                    description = "The version of the definition",
                                    schema = @Schema(implementation = String.class)),
                            @Header(
                                    name = ParleyApplication.LOCATION,
                                    description = "Where it is",
                                    schema = @Schema(implementation = String.class)),
                            @Header(
                                    name = ParleyApplication.LINK,
                                    description = "rel=next, if there is a next page",
                                    schema = @Schema(implementation = String.class))
                        },
                        responses = {
                            @APIResponse(
                                    name = "Refused",
                                    description = "The request is bad; the problem says what and what is allowed",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Unauthorized",
                                    description = "No credentials, or wrong ones",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "Neither a participant nor an operator, or a page of another origin",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "Not there, or not the caller's",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Gone",
                                    description = "Removed after its retention",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "GrantEnded",
                                    description = "The grant has ended: what was granted is not the caller's any more",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Exhausted",
                                    description =
                                            "Nothing is free; holders are being asked, try again after Retry-After",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "In seconds",
                                                    schema = @Schema(implementation = Integer.class)),
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "LockLost",
                                    description = "The lock has run out, or was given back or used before",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Full",
                                    description =
                                            "The mailbox is full; nothing was accepted, try again after Retry-After",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "TooMany",
                                    description =
                                            "There are as many of these as there may be; try again after Retry-After",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Reused",
                                    description = "The Idempotency-Key was used with another body",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "No durable answer can be given now; repeat with the same Idempotency-Key"
                                                    + " after Retry-After",
                                    content =
                                            @Content(
                                                    mediaType = ProblemAnswer.TYPE,
                                                    schema = @Schema(implementation = ProblemBody.class)))
                        }),
        tags = {
            @Tag(name = ParleyApplication.OPERATIONS, description = "What can be asked for, and asking for it"),
            @Tag(name = ParleyApplication.CONVERSATIONS, description = "What became of it"),
            @Tag(
                    name = ParleyApplication.MAILBOXES,
                    description = "Messages for those who can only ask for them: store and poll"),
            @Tag(
                    name = ParleyApplication.POOLS,
                    description = "Resources that are held by who still wants them: holders are asked, or renew"),
            @Tag(
                    name = ParleyApplication.TOPICS,
                    description = "Events that are published once, and delivered to all who subscribe"),
            @Tag(name = ParleyApplication.GATHERINGS, description = "One request to many, and what comes back of it"),
            @Tag(
                    name = ParleyApplication.PROCESSES,
                    description = "Several exchanges as one conversation, which undoes what it cannot finish"),
            @Tag(
                    name = ParleyApplication.SLIPS,
                    description = "Messages that travel a route which their requester has chosen"),
            @Tag(name = ParleyApplication.DEAD_LETTERS, description = "What nobody could be told, for operators")
        })
@SecurityScheme(
        securitySchemeName = "basic",
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "A user with the role participant or operator")
public class ParleyApplication extends Application {

    /** The component of the OpenAPI document for the parameter Prefer. */
    public static final String PREFER = "Prefer";
    /** The component of the OpenAPI document for the parameter Idempotency-Key. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** The component of the OpenAPI document for the parameter If-Match. */
    public static final String IF_MATCH = "If-Match";
    /** The component of the OpenAPI document for the parameter If-None-Match. */
    public static final String IF_NONE_MATCH = "If-None-Match";
    /** The component of the OpenAPI document for the header field ETag. */
    public static final String ETAG = "ETag";
    /** The component of the OpenAPI document for the header field Location. */
    public static final String LOCATION = "Location";
    /** The component of the OpenAPI document for the header field Link. */
    public static final String LINK = "Link";
    /** The tag of what is asked of operations. */
    public static final String OPERATIONS = "Operations";
    /** The tag of conversations. */
    public static final String CONVERSATIONS = "Conversations";
    /** The tag of mailboxes. */
    public static final String MAILBOXES = "Mailboxes";
    /** The tag of pools. */
    public static final String POOLS = "Pools";

    /** The tag of topics. */
    public static final String TOPICS = "Topics";

    /** The tag of gatherings. */
    public static final String GATHERINGS = "Gatherings";

    /** The tag of processes. */
    public static final String PROCESSES = "Processes";

    /** The tag of slips. */
    public static final String SLIPS = "Slips";

    /** The tag of dead letters. */
    public static final String DEAD_LETTERS = "Dead letters";
}
