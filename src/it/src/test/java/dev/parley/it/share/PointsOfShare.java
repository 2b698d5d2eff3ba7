package dev.parley.it.share;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gives a test the one of its points that the share of this run tries. */
final class PointsOfShare extends AnnotationBasedArgumentsProvider<PointsInShares> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, PointsInShares points) {
        Class<?> test = context.getRequiredTestClass();
        String method = context.getRequiredTestMethod().getName();
        List<?> all = all(test, points);
        return (Share.areAllTried() ? all : List.of(Share.chosen().point(test, method, all)))
                .stream().map(Arguments::of);
    }

    static List<?> all(Class<?> test, PointsInShares points) {
        return ReflectionSupport.findMethod(test, points.value())
                .map(method -> List.copyOf((Collection<?>) ReflectionSupport.invokeMethod(method, null)))
                .orElseThrow(() -> new IllegalStateException(test + " has no method " + points.value() + "()"));
    }
}
