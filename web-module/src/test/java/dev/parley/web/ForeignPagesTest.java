package dev.parley.web;

import static dev.parley.web.RestDispatcher.assertProblem;
import static dev.parley.web.RestDispatcher.request;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser sends for a page, with the credentials that it keeps. */
class ForeignPagesTest {

    private final RestDispatcher dispatcher = new RestDispatcher(new Switch());

    /** Something that can be changed. */
    @Path("switch")
    public static class Switch {
        @GET
        public String look() {
            return "seen";
        }

        @POST
        public String turn() {
            return "turned";
        }
    }

    private static MockHttpRequest from(String method, String site, String origin) {
        MockHttpRequest request = request(method, "/switch").header("Host", "host:8080");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        return origin == null ? request : request.header("Origin", origin);
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,",
        "cross-site, http://host:8080",
        "same-site,",
        "CROSS-SITE,",
        ", https://evil.example",
        ", http://host",
        ", http://host:8081",
        ", http://other-host:8080",
        ", http://host:8080.evil.example",
        ", http://host:8080@evil.example",
        ", null",
        ", ::"
    })
    void ofAnotherOriginChangeNothing(String site, String origin) throws Exception {
        assertProblem(dispatcher.send(from("POST", site, origin)), 403, "origin-refused");
        assertProblem(
                dispatcher.send(from("POST", site, origin).contentType("application/x-www-form-urlencoded")),
                403,
                "origin-refused");
        assertProblem(dispatcher.send(from("POST", site, origin).contentType("text/plain")), 403, "origin-refused");
        assertThat(dispatcher.send(from("GET", site, origin)).getStatus()).isEqualTo(200);
    }

    /** A browser asks before it sends that, and nobody says yes. */
    @Test
    void ofAnotherOriginMaySayThatItIsJson() {
        MockHttpRequest json = from("POST", "cross-site", "https://evil.example");
        assertThat(dispatcher
                        .send(json.contentType("application/json; charset=utf-8"))
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"same-origin,", "none,", ", http://host:8080", ", https://HOST:8080", ","})
    void ofTheSameOriginAndClientsThatAreNoBrowsersGoOn(String site, String origin) {
        assertThat(dispatcher.send(from("POST", site, origin)).getStatus()).isEqualTo(200);
    }
}
