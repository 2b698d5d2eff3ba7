package dev.parley.web;

import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.request;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are said to be encoded. */
class ContentEncodingsTest {

    private final RestDispatcher dispatcher = new RestDispatcher(new Switch());

    /** Something that can be changed. */
    @Path("switch")
    public static class Switch {
        @POST
        public String turn() {
            return "turned";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "identity, gzip", "x"})
    void areNotRead(String encoding) throws Exception {
        assertProblem(
                dispatcher.send(request("POST", "/switch").header("Content-Encoding", encoding)),
                415,
                "content-encoding-refused");
    }

    @Test
    void mayBeNone() {
        assertThat(dispatcher
                        .send(request("POST", "/switch").header("Content-Encoding", "identity"))
                        .getStatus())
                .isEqualTo(200);
    }
}
