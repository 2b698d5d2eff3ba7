package dev.parley.web.exchange;

import dev.parley.conversation.ConversationQuery;
import dev.parley.conversation.Status;
import dev.parley.message.Refusal;
import dev.parley.process.Findable;
import dev.parley.process.ProcessPattern;
import dev.parley.web.PageParameters;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of a list of conversations. A parameter without a value is as if it were not there. */
public class ListParameters extends PageParameters {

    private static final String ATTRIBUTE = "attribute.";
    private static final int MOST_ATTRIBUTES = 8;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Duration OLDEST = Duration.ofDays(36_500);

    @QueryParam("status")
    @Parameter(description = "Only conversations that stand there.", schema = @Schema(implementation = Status.class))
    @Nullable
    String status;

    @QueryParam("operation")
    @Parameter(description = "Only requests to this operation.")
    @Nullable
    String operation;

    @QueryParam("process")
    @Parameter(description = "Only instances of this process.")
    @Nullable
    String process;

    @QueryParam("version")
    @Parameter(
            description = "Only instances that follow this version of their process.",
            schema = @Schema(implementation = Integer.class))
    @Nullable
    String version;

    @QueryParam("step")
    @Parameter(description = "Only instances in which this step goes on, or waits for a person.")
    @Nullable
    String step;

    @QueryParam("fault")
    @Parameter(
            description = "Only instances that are stuck, or go back or went back, because of this fault.",
            example = "card-declined")
    @Nullable
    String fault;

    @QueryParam("older")
    @Parameter(
            description = "Only those that began at least so long ago, an ISO 8601 duration.",
            schema = @Schema(type = SchemaType.STRING, format = "duration"),
            example = "PT1H")
    @Nullable
    String older;

    @QueryParam("sender")
    @Parameter(description = "Only those that this participant began.", example = "user:alice")
    @Nullable
    String sender;

    @QueryParam("failing")
    @Parameter(
            description = "true: only those that go on, and whose last attempt failed.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String failing;

    @QueryParam("overdue")
    @Parameter(
            description = "true: only those that go on, and with which something is due that has not been done.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Nullable
    String overdue;

    @Context
    @Nullable
    UriInfo uris;

    /**
     * The query that is asked for. Each parameter {@code attribute.NAME} asks for those that have that attribute.
     *
     * @throws Refusal {@code parameter-invalid}
     */
    ConversationQuery query() {
        String ofProcess = findable("process", process, "names of processes");
        return new ConversationQuery(
                oneOf(Status.values(), "status", status),
                ofProcess == null ? null : ProcessPattern.NAME,
                ofProcess == null ? findable("operation", operation, "names of operations") : ofProcess,
                attributes(),
                marks(),
                findable("sender", sender, "names of participants"),
                flag("failing", failing),
                flag("overdue", overdue),
                age(),
                cursor(),
                size());
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        if (uris == null) {
            return withVersion(attributes);
        }
        uris.getQueryParameters().forEach((name, values) -> {
            String value = name.startsWith(ATTRIBUTE) ? findable(name, values.get(0), "values of attributes") : null;
            if (value != null) {
                attributes.put(attribute(name), value);
            }
        });
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw invalid(ATTRIBUTE, List.of("at most " + MOST_ATTRIBUTES + " of them"));
        }
        return withVersion(attributes);
    }

    private static String attribute(String parameter) {
        if (parameter.indexOf('\0') >= 0) {
            throw invalid(ATTRIBUTE, List.of("names of attributes"));
        }
        return parameter.substring(ATTRIBUTE.length());
    }

    private Map<String, String> withVersion(Map<String, String> attributes) {
        String number = given(version);
        if (number != null && !NUMBER.matcher(number).matches()) {
            throw invalid("version", List.of("numbers of versions, from 1"));
        }
        if (number != null) {
            attributes.put(Findable.VERSION, number);
        }
        return attributes;
    }

    private Set<String> marks() {
        Set<String> marks = new TreeSet<>();
        String ofStep = findable("step", step, "names of steps");
        if (ofStep != null) {
            marks.add(Findable.step(ofStep));
        }
        String ofFault = findable("fault", fault, "names of faults");
        if (ofFault != null) {
            marks.add(Findable.fault(ofFault));
        }
        return marks;
    }

    private static boolean flag(String parameter, @Nullable String text) {
        String given = given(text);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw invalid(parameter, List.of("true", "false"));
        }
        return "true".equals(given);
    }

    private @Nullable Duration age() {
        String text = given(older);
        try {
            Duration age = text == null ? null : Duration.parse(text);
            if (age == null || (!age.isNegative() && age.compareTo(OLDEST) <= 0)) {
                return age;
            }
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw invalid("older", List.of("ISO 8601 durations, such as PT1H, of at most " + OLDEST));
    }
}
