package dev.parley.it.share;

import dev.parley.it.server.ServerNames;
import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves out the classes that the share of this run does not try on its configuration. */
public final class ShareFilter implements PostDiscoveryFilter {

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        return descriptor
                .getSource()
                .flatMap(ShareFilter::testClass)
                .map(test -> test.isAnnotationPresent(InShares.class) ? judge(test) : judgeOther())
                .orElseGet(() -> FilterResult.included("It is no class"));
    }

    private static FilterResult judgeOther() {
        boolean tried = !ServerNames.isServerPrepared() || !Share.areTheyAlone();
        return FilterResult.includedIf(tried, () -> "It is in every share", () -> "It is in every run");
    }

    private static FilterResult judge(Class<?> test) {
        // Maven looks for test classes in its own process, which does not know the configuration.
        boolean tried = !ServerNames.isServerPrepared()
                || (Share.areAllTried() && Share.isFor(test, Configuration.chosen()))
                || System.getProperty("it.test") != null
                || Share.chosen().tries(test, Configuration.chosen());
        return FilterResult.includedIf(tried, () -> "It is tried", () -> "Another share tries it");
    }

    private static Optional<Class<?>> testClass(TestSource source) {
        if (source instanceof MethodSource method) {
            return Optional.of(method.getJavaClass());
        }
        return source instanceof ClassSource test ? Optional.of(test.getJavaClass()) : Optional.empty();
    }
}
