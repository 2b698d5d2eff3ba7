package dev.parley.it.deployment.greetings;

import dev.parley.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;

/**
 * An operation in a library of the EAR: a CDI bean with no descriptor at all, and a method that nobody outside its
 * package can see.
 */
@ApplicationScoped
public class Farewells {

    @Operation("bid-farewell")
    JsonObject bid(JsonObject request) {
        return request;
    }
}
