package dev.parley.web;

import static dev.parley.web.RestDispatcher.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.parley.conversation.ConversationView;
import dev.parley.engine.run.CancelReader;
import dev.parley.engine.run.Cancellation;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Whatever names, queries, header fields and bodies a call has, it is answered, and no answer is that something went
 * wrong here. Behind the resources nothing is there: what is odd has come that far, or it was refused before. All calls
 * that there are have part. {@code -Dparley.fuzz.rounds=10000} tries longer, {@code -Dparley.fuzz.seed} others.
 */
class CallsAreOddTest {

    private static final int ROUNDS = Integer.getInteger("parley.fuzz.rounds", 500) / 10;
    private static final long SEED = Long.getLong("parley.fuzz.seed", 19);
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    private static final List<String> NAMES = List.of("orders", "c-1", "1", "018f2b9c-7c1e-7d2a-9a51-3f7e1d2c4b5a");

    private static final List<String> QUERY = List.of(
            "after",
            "attribute.",
            "attribute.a",
            "attribute.\0",
            "atLeast",
            "complete",
            "conversation",
            "deadline",
            "exchange",
            "failing",
            "fault",
            "format",
            "holder",
            "limit",
            "lock",
            "max",
            "notify",
            "older",
            "operation",
            "overdue",
            "process",
            "purge",
            "reason",
            "replyTo",
            "sender",
            "status",
            "step",
            "subject",
            "turn",
            "type",
            "version",
            "wait",
            "with",
            "");

    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "Prefer",
            "If-Match",
            "If-None-Match",
            "Content-Length",
            "Content-Type",
            "Content-Encoding",
            "Accept",
            "Origin",
            "Sec-Fetch-Site",
            "Last-Event-ID",
            "traceparent",
            "ce-id",
            "ce-specversion",
            "ce-time",
            "ce-",
            "X");

    private static final List<String> ODD = List.of(
            "",
            " ",
            "\0",
            ".",
            "..",
            "a/b",
            "a\\b",
            "%",
            "%00",
            "*",
            "\"",
            "\"\"",
            "\"a",
            "\"a\\",
            "\"a\\\"",
            "W/",
            "W/\"1\"",
            "\"1\", \"1\"",
            ",",
            ";",
            "=",
            "wait",
            "wait=",
            "wait=\"",
            "wait=99999999999999999999",
            "wait=-1",
            "0",
            "1",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1e2147483648",
            "true",
            "PT1S",
            "-PT1S",
            "PT9223372036854775807S",
            "P106751991167300DT0.999999999S",
            "2026-13-45T99:99:99Z",
            "+1000000000-01-01T00:00:00Z_x",
            "1970-01-01T00:00:00Z_\0",
            "99999999999999999_99999999999999999",
            "quorum:0,idle:-PT1S",
            "mailbox:..",
            "queue:parley.work",
            "RUNNING",
            "application/cloudevents+json; charset=utf-16",
            "application/json; charset=\"",
            "text/html",
            "gzip",
            "null",
            "cross-site",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "\u00e4\u00ff",
            "\ud83d\ude00",
            "a".repeat(300),
            "b".repeat(70_000));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "{}",
            "[]",
            "null",
            "1e2147483648",
            "{\"reason\": \"r\"}",
            "{\"reason\": 1e400}",
            "{\"force\": \"yes\"}",
            "{\"reason\": \"\\ud800\"}",
            "{\"locks\": [\"a\", \"\"], \"extend\": \"PT9223372036854775807S\"}",
            "{\"acknowledge\": [1], \"limit\": 1e9}",
            "{\"from\": \"\\u0000\", \"reason\": \"r\"}",
            "[".repeat(5_000));

    private final Random random = new Random(SEED);

    private record Endpoint(String verb, String path) {}

    @Test
    void eachIsAnswered() throws Exception {
        List<Object> resources = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (JavaClass found :
                new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("dev.parley.web")) {
            if (found.isAnnotatedWith(Path.class) && found.isTopLevelClass()) {
                Class<?> type = found.reflect();
                Object resource = resource(type);
                if (resource != null) {
                    resources.add(resource);
                    endpoints.addAll(endpoints(type));
                }
            }
        }
        assertThat(endpoints).hasSizeGreaterThan(50);
        RestDispatcher dispatcher = new RestDispatcher(resources.toArray());
        for (Endpoint endpoint : endpoints) {
            for (int round = 0; round < ROUNDS; round++) {
                call(dispatcher, endpoint);
            }
        }
    }

    private void call(RestDispatcher dispatcher, Endpoint endpoint) throws Exception {
        URI uri = URI.create(RestDispatcher.BASE + path(endpoint.path()) + query());
        MockHttpRequest request = MockHttpRequest.create(endpoint.verb(), uri, URI.create(RestDispatcher.BASE + "/"))
                .content(oneOf(BODIES).getBytes(StandardCharsets.UTF_8));
        if (!endpoint.verb().equals("GET") && random.nextInt(4) > 0) {
            request.contentType("application/json");
        }
        headers(request);
        String what = "seed " + SEED + ": " + endpoint.verb() + " " + uri + " "
                + request.getHttpHeaders().getRequestHeaders();
        String shown = what.substring(0, Math.min(what.length(), 2_000));
        MockHttpResponse answer;
        try {
            answer = dispatcher.send(request);
        } catch (RuntimeException e) {
            throw new AssertionError(shown, e);
        }
        assertThat(answer.getStatus())
                .as("%s: %s", shown, answer.getContentAsString())
                .isLessThan(500);
        if (answer.getStatus() >= 400) {
            assertThat(header(answer, "Content-Type")).as(shown).isEqualTo("application/problem+json");
        }
    }

    private String path(String template) {
        Matcher place = PLACE.matcher(template);
        StringBuilder path = new StringBuilder();
        while (place.find()) {
            String name = random.nextInt(3) == 0 ? oneOf(ODD) : oneOf(NAMES);
            place.appendReplacement(path, Matcher.quoteReplacement(escaped(name)));
        }
        return place.appendTail(path).toString();
    }

    private String query() {
        StringBuilder query = new StringBuilder("?");
        for (int i = random.nextInt(4); i > 0; i--) {
            query.append(escaped(oneOf(QUERY)))
                    .append('=')
                    .append(escaped(oneOf(ODD)))
                    .append('&');
        }
        return query.toString();
    }

    /** What the server itself, or a filter before the resources, has let through. */
    private void headers(MockHttpRequest request) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = oneOf(HEADERS);
            String value = oneOf(ODD).replaceAll("\\p{Cntrl}", "").strip();
            boolean isType = name.equals("Content-Type") || name.equals("Accept");
            if (!isType || (!value.isEmpty() && UnreadableHeads.areTypes(value) && UnreadableHeads.isType(value))) {
                request.header(name, value);
            }
        }
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<Endpoint> endpoints(Class<?> type) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Method method : type.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    endpoints.add(new Endpoint(
                            verb.value(),
                            joined(type.getAnnotation(Path.class).value(), path == null ? "" : path.value())));
                }
            }
        }
        return endpoints;
    }

    private static String joined(String... parts) {
        StringBuilder path = new StringBuilder();
        for (String part : parts) {
            String bare = part.replaceAll("^/+|/+$", "");
            path.append(bare.isEmpty() ? "" : "/" + bare);
        }
        return path.toString();
    }

    /** A resource with nothing behind it; null for one that has nothing but classes there, and reads nothing. */
    private static Object resource(Class<?> type) throws ReflectiveOperationException {
        Object resource = type.getDeclaredConstructor().newInstance();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == int.class && !java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                field.setInt(resource, 1_000);
            } else if (field.isAnnotationPresent(Inject.class)) {
                Object behind = behind(field.getType());
                if (behind == null) {
                    return null;
                }
                field.setAccessible(true);
                field.set(resource, behind);
            }
        }
        return resource;
    }

    private static Object behind(Class<?> type) {
        if (type == Suspensions.class) {
            return TestSuspensions.of(Runnable::run, PlannedTasks.deadlines());
        }
        if (type == Cancellation.class) {
            return new NoCancellation();
        }
        InvocationHandler nothing = (proxy, method, given) -> {
            Refusal refusal = new Refusal(HttpProblem.of(404));
            if (CompletionStage.class.isAssignableFrom(method.getReturnType())) {
                return CompletableFuture.failedFuture(refusal);
            }
            throw refusal;
        };
        return type.isInterface() && Stream.of(type.getMethods()).noneMatch(Method::isDefault)
                ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, nothing)
                : null;
    }

    private static class NoCancellation extends Cancellation {
        @Override
        public ConversationView cancel(String id, CancelReader.Wish wish, Caller caller) {
            throw new Refusal(HttpProblem.of(404));
        }
    }
}
