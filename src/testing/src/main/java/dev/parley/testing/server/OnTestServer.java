package dev.parley.testing.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a server. It is started when the first such class begins, with nothing in its database and its
 * queues, is the same for all of them, and ends with the last test. A constructor or a method that wants it has a
 * parameter of type {@link TestServer}.
 *
 * <p>Two system properties say what is started: {@code parley.test.server}, a WildFly that is configured for Parley
 * ({@code ear/target/wildfly} of the archetype's projects unless said otherwise), and {@code parley.test.ear}, the EAR
 * (the only one beside that).
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestServerExtension.class)
public @interface OnTestServer {}
