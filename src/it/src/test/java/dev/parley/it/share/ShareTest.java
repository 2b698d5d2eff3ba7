package dev.parley.it.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.it.server.OnSharedServer;
import dev.parley.it.server.Once;
import dev.parley.it.server.ParleyServer;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** All classes that take part, as they are. */
class ShareTest {

    /** Seconds of all classes of a turn: with two at a time, ten minutes of a run. */
    private static final int LONGEST = 1200;

    private static final String HASH = "298fa17c0ffee0123456789abcdef0123456789a";

    static List<Class<?>> classes() {
        return Turns.classes();
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
                .allSatisfy(test -> assertThat(test.isAnnotationPresent(InShares.class) || isOnce(test))
                        .as(test + " is @InShares, or has the tag once")
                        .isTrue());
    }

    private static boolean isOnce(Class<?> test) {
        return AnnotationSupport.findRepeatableAnnotations(test, Tag.class).stream()
                .anyMatch(tag -> tag.value().equals(Once.TAG));
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

    @ParameterizedTest
    @MethodSource("classes")
    void sharesInTurnLeaveNoClassOut(Class<?> test) {
        assertThat(beginnings()).allSatisfy(first -> assertThat(inTurn(first, Share.turns(test)))
                .anyMatch(share ->
                        configurations(test).stream().anyMatch(configuration -> share.tries(test, configuration))));
    }

    /** However many are added, a change waits no longer than for so many others until each of them has been tried. */
    @Test
    void thereAreFewTurns() {
        assertThat(Turns.COUNT).isLessThanOrEqualTo(4);
        assertThat(classes().stream()
                        .filter(test -> test.getAnnotation(InShares.class).inEach()))
                .isNotEmpty()
                .allSatisfy(test -> assertThat(Share.turns(test)).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void sharesInTurnTryAClassOnEachOfItsConfigurations(Class<?> test) {
        assertThat(beginnings()).allSatisfy(first -> assertThat(configurations(test))
                .allSatisfy(configuration -> assertThat(inTurn(first, Share.cycle(test)))
                        .anyMatch(share -> share.tries(test, configuration))));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void sharesInTurnTryEachPointOnEachConfiguration(Class<?> test) {
        assertThat(methods(test)).allSatisfy(method -> assertThat(beginnings())
                .allSatisfy(first -> assertThat(configurations(test)).allSatisfy(configuration -> {
                    List<Object> tried = new ArrayList<>();
                    inTurn(first, points(method).size() * Share.cycle(test))
                            .filter(share -> share.tries(test, configuration))
                            .forEach(share -> tried.add(share.point(test, method.getName(), points(method))));
                    assertThat(tried).containsExactlyInAnyOrderElementsOf(points(method));
                })));
    }

    /** One share must not take minutes longer than another: the longest one is what everybody waits for. */
    @Test
    void eachTurnTakesAsLong() {
        IntSummaryStatistics seconds =
                IntStream.range(0, Turns.COUNT).map(Turns.ofAll()::seconds).summaryStatistics();
        System.out.printf(
                "A share of the crash tests takes %d to %d s of all classes%n", seconds.getMin(), seconds.getMax());
        assertThat(seconds.getMax() - seconds.getMin()).isLessThanOrEqualTo(seconds.getMax() / 10);
    }

    /** On two processors, two classes at a time: what is added is to make a class quicker, or to add a turn. */
    @Test
    void noTurnTakesTooLong() {
        assertThat(IntStream.range(0, Turns.COUNT).map(Turns.ofAll()::seconds))
                .allSatisfy(seconds -> assertThat(seconds).isLessThanOrEqualTo(LONGEST));
    }

    /** No class is as long as a turn: dealing out could not make up for it. */
    @ParameterizedTest
    @MethodSource("classes")
    void aClassTakesMinutesAtMost(Class<?> test) {
        assertThat(test.getAnnotation(InShares.class).seconds()).isBetween(5, 240);
    }

    /** What is left out of PostgreSQL and outbox by its tag would have lost these turns. */
    @ParameterizedTest
    @MethodSource("classes")
    void whatIsRunOnceIsTriedOnH2(Class<?> test) {
        if (isOnce(test)) {
            assertThat(configurations(test)).containsExactly(Configuration.H2);
        }
    }

    /** And what is in each share is not dealt out. */
    @Test
    void longOnesAreDealtOutFirst() {
        Turns turns = Turns.of(List.of(Brief.class, Lengthy.class, Lengthiest.class, Constant.class));
        assertThat(turns.placeOf(Lengthiest.class).turn()).isZero();
        assertThat(turns.placeOf(Lengthy.class).turn()).isEqualTo(1);
        assertThat(turns.placeOf(Brief.class).turn()).isEqualTo(2);
        assertThat(IntStream.range(0, Turns.COUNT).map(turns::seconds).sum()).isEqualTo(160);
        assertThatIllegalStateException().isThrownBy(() -> turns.placeOf(Constant.class));
    }

    @InShares(seconds = 10)
    private static final class Brief {}

    @InShares(seconds = 50)
    private static final class Lengthy {}

    @InShares(seconds = 100)
    private static final class Lengthiest {}

    @InShares(inEach = true)
    private static final class Constant {}

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
