package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerProblemServletTest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, Object> answer = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void whatTheServerCannotDoWhileItStopsMayBeRepeated() throws IOException {
        attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 500);
        attributes.put(RequestDispatcher.ERROR_EXCEPTION, new RuntimeException(new EJBException("shutting down")));

        serve();

        assertThat(answer).containsEntry("status", 503).containsKey("Retry-After");
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("urn:parley:fault:unavailable");
    }

    @Test
    void whatIsUnavailableSaysWhenToComeAgain() throws IOException {
        attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 503);

        serve();

        assertThat(answer).containsEntry("status", 503).containsKey("Retry-After");
    }

    @Test
    void whatIsWrongOtherwiseStaysSo() throws IOException {
        attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 500);
        attributes.put(RequestDispatcher.ERROR_EXCEPTION, new IllegalArgumentException("a mistake"));

        serve();

        assertThat(answer).containsEntry("status", 500).doesNotContainKey("Retry-After");
    }

    @Test
    void whoAsksForItItselfFindsNothing() throws IOException {
        serve();

        assertThat(answer).containsEntry("status", 404);
    }

    private void serve() throws IOException {
        new ContainerProblemServlet().service(request(), response());
    }

    private HttpServletRequest request() {
        return proxy(
                HttpServletRequest.class,
                (name, arguments) -> name.equals("getAttribute") ? attributes.get((String) arguments[0]) : null);
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "setStatus" -> answer.put("status", arguments[0]);
                case "setHeader", "setIntHeader" -> answer.put((String) arguments[0], arguments[1]);
                case "getOutputStream" -> {
                    return new Written(body);
                }
                default -> {}
            }
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, Called called) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> called.call(method.getName(), arguments)));
    }

    private interface Called {
        Object call(String name, Object[] arguments);
    }

    private static final class Written extends ServletOutputStream {

        private final ByteArrayOutputStream to;

        Written(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            to.write(b);
        }
    }
}
