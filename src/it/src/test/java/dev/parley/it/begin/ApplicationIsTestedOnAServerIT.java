package dev.parley.it.begin;

import static dev.parley.it.client.Samples.PLACE_ORDER;
import static dev.parley.it.client.Samples.fresh;
import static dev.parley.it.client.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.it.server.Once;
import dev.parley.it.share.Configuration;
import dev.parley.it.share.InShares;
import dev.parley.testing.server.OnTestServer;
import dev.parley.testing.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A test as an application has it, on a server that the test kit starts. */
@Tag(Once.TAG)
@InShares(on = Configuration.H2, seconds = 50)
@OnTestServer
class ApplicationIsTestedOnAServerIT {

    private final TestServer server;

    ApplicationIsTestedOnAServerIT(TestServer server) {
        this.server = server;
    }

    @Test
    void placesAnOrder() throws IOException, InterruptedException {
        HttpResponse<String> placed = server.ask(PLACE_ORDER, order(), fresh("order"));
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(202);
        assertThat(placed.body()).contains("SUCCEEDED", "orderId");
    }

    @Test
    void isTheSameServerForAll(TestServer same) {
        assertThat(same).isSameAs(server);
        assertThat(same.password("olga")).isNotBlank();
    }
}
