package dev.parley.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.relay.ReceptionFilter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.SynchronousExecutionContext;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;

/** The dispatcher of the server's Jakarta REST, and calls of ann, a participant. */
public final class RestDispatcher {

    public static final String BASE = "http://host/parley/v1";

    private final Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();

    public RestDispatcher(Object... resources) {
        for (Object resource : resources) {
            dispatcher.getRegistry().addSingletonResource(resource);
        }
        dispatcher.getDefaultContextObjects().put(HttpServletRequest.class, invisible());
        dispatcher.getProviderFactory().registerProvider(FailureMapper.class);
        dispatcher.getProviderFactory().registerProvider(SecurityHeaders.class);
        dispatcher.getProviderFactory().registerProvider(ReceptionFilter.class);
        dispatcher.getProviderFactory().registerProvider(ForeignPages.class);
        dispatcher.getProviderFactory().registerProvider(ContentEncodings.class);
    }

    /** A request that says nothing of its client. */
    private static HttpServletRequest invisible() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RestDispatcher.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> null);
    }

    public MockHttpResponse send(MockHttpRequest request) {
        var response = new MockHttpResponse();
        ResteasyContext.pushContext(SecurityContext.class, new Ann());
        request.setAsynchronousContext(
                new SynchronousExecutionContext((SynchronousDispatcher) dispatcher, request, response));
        dispatcher.invoke(request, response);
        return response;
    }

    public static MockHttpRequest get(String path) {
        return request("GET", path);
    }

    public static MockHttpRequest request(String method, String path) {
        return MockHttpRequest.create(method, URI.create(BASE + path), URI.create(BASE + "/"))
                .content(new byte[0]);
    }

    public static MockHttpRequest body(String method, String path, String json) {
        return request(method, path).contentType("application/json").content(json.getBytes(UTF_8));
    }

    public static void assertProblem(MockHttpResponse answer, int status, String name) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(json(answer).getString("type")).isEqualTo("urn:parley:fault:" + name);
        assertThat(json(answer).getInt("status")).isEqualTo(status);
    }

    public static String header(MockHttpResponse answer, String name) {
        Object value = answer.getOutputHeaders().getFirst(name);
        return value == null ? null : value.toString();
    }

    public static JsonObject json(MockHttpResponse answer) throws Exception {
        return Json.createReader(new StringReader(answer.getContentAsString())).readObject();
    }

    private static class Ann implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> "ann";
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals("participant");
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }
}
