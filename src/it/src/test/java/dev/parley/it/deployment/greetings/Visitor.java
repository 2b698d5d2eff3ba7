package dev.parley.it.deployment.greetings;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Does what it is told as a participant. */
@Stateless
@PermitAll
@RunAs("participant")
public class Visitor {

    public <T> T does(Supplier<T> something) {
        return something.get();
    }
}
