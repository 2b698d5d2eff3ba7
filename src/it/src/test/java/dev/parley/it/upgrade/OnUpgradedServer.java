package dev.parley.it.upgrade;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The class finds the {@link Parties} in the middle of what the version before has left: three minutes ago that ended,
 * and this one has just started. Whatever a test goes on with is no other test's.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@ExtendWith(UpgradedServer.class)
@interface OnUpgradedServer {}
