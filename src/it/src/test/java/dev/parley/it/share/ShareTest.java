package dev.parley.it.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.ParleyServer;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** All classes that take part, as they are. */
class ShareTest {

    private static final String HASH = "298fa17c0ffee0123456789abcdef0123456789a";

    static List<Class<?>> classes() {
        return ReflectionSupport.findAllClassesInPackage(
                "dev.parley.it", test -> test.isAnnotationPresent(InShares.class), name -> name.endsWith("IT"));
    }

    /** One that tries nothing has nothing to show. */
    @Test
    void classesTakePart() {
        assertThat(classes()).hasSizeGreaterThan(10);
        assertThat(classes().stream().flatMap(ShareTest::methods)).hasSizeGreaterThan(10);
    }

    /** Whoever adds a test with a server of its own, and forgets it, is told. */
    @Test
    void whatHasAServerOfItsOwnTakesPartOrIsRunOnce() {
        assertThat(ReflectionSupport.findAllClassesInPackage(
                        "dev.parley.it", ShareTest::hasAServerOfItsOwn, name -> name.endsWith("IT")))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(
                                test.isAnnotationPresent(InShares.class) || test.isAnnotationPresent(Tag.class))
                        .as(test + " is @InShares, or has the tag once")
                        .isTrue());
    }

    private static boolean hasAServerOfItsOwn(Class<?> test) {
        return !test.isAnnotationPresent(OnSharedServer.class)
                && Arrays.stream(test.getDeclaredFields()).anyMatch(field -> field.getType() == ParleyServer.class);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void eachShareTriesAClassOnOneOfItsConfigurationsAtMost(Class<?> test) {
        assertThat(IntStream.range(-50, 50).mapToObj(Share::new)).allSatisfy(share -> assertThat(
                        Stream.of(Configuration.values()).filter(configuration -> share.tries(test, configuration)))
                .hasSizeLessThanOrEqualTo(1)
                .isSubsetOf(configurations(test)));
    }

    /** What is left out by one share is not left out by the next. */
    @ParameterizedTest
    @MethodSource("classes")
    void noTwoSharesInTurnLeaveAClassOut(Class<?> test) {
        assertThat(beginnings())
                .allSatisfy(first -> assertThat(inTurn(first, 2)).anyMatch(share -> configurations(test).stream()
                        .anyMatch(configuration -> share.tries(test, configuration))));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void sharesInTurnTryAClassOnEachOfItsConfigurations(Class<?> test) {
        assertThat(beginnings())
                .allSatisfy(first -> assertThat(configurations(test)).allSatisfy(configuration -> assertThat(
                                inTurn(first, Share.cycle(configurations(test).size())))
                        .anyMatch(share -> share.tries(test, configuration))));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void sharesInTurnTryEachPointOnEachConfiguration(Class<?> test) {
        int many = Share.OF_POINTS * Share.cycle(configurations(test).size());
        assertThat(methods(test)).allSatisfy(method -> assertThat(beginnings())
                .allSatisfy(first -> assertThat(configurations(test)).allSatisfy(configuration -> {
                    List<Object> tried = new ArrayList<>();
                    inTurn(first, many)
                            .filter(share -> share.tries(test, configuration))
                            .forEach(share -> tried.addAll(share.points(test, method.getName(), points(method))));
                    assertThat(tried).containsAll(points(method));
                })));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void eachShareTriesAFewPointsOfEachList(Class<?> test) {
        assertThat(methods(test)).allSatisfy(method -> assertThat(inTurn(-50, 100))
                .allSatisfy(share -> assertThat(share.points(test, method.getName(), points(method)))
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(1 + points(method).size() / Share.OF_POINTS)));
    }

    @Test
    void theSameNameIsTheSameShare() {
        assertThat(Share.of(HASH)).isEqualTo(Share.of(HASH.substring(0, 7))).isNotEqualTo(Share.of("298fa18"));
        assertThat(Share.of("17")).isEqualTo(new Share(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "HEAD", "298FA17", "-1", "1.5"})
    void anythingElseIsNoName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(name)).withMessageContaining("parley.it.share");
    }

    @Test
    void withoutACommitEachDayHasAShare() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-29T23:00:00Z"), ZoneOffset.UTC);
        assertThat(ShareName.ofTheDay(clock).text()).isEqualTo("20786");
    }

    private static Stream<Integer> beginnings() {
        return Stream.of(-30, 0, 1, 2, 29, Share.of(HASH).number());
    }

    private static Stream<Share> inTurn(int first, int many) {
        return IntStream.range(first, first + many).mapToObj(Share::new);
    }

    private static List<Configuration> configurations(Class<?> test) {
        return List.of(test.getAnnotation(InShares.class).on());
    }

    private static Stream<Method> methods(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(PointsInShares.class));
    }

    private static List<?> points(Method method) {
        return PointsOfShare.all(method.getDeclaringClass(), method.getAnnotation(PointsInShares.class));
    }
}
