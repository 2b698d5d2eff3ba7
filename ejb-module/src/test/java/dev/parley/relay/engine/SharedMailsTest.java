package dev.parley.relay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.commit.GroupCommit;
import dev.parley.engine.config.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How commits of mailboxes are shared. */
class SharedMailsTest {

    private static GroupCommit.Limits limits(Map<String, String> values, int byDefault) {
        return SettingsReader.read(
                key -> Optional.ofNullable(values.get(key)),
                keys -> SharedMails.limits(keys.settings(), new RelayConfiguration().read(keys), byDefault));
    }

    @Test
    void letsTheDatabaseDecideHowManyCommitsAreUnderWayIfNothingElseIsSaid() {
        assertThat(limits(Map.of(), 2).committers()).isEqualTo(2);
        assertThat(limits(Map.of("parley.relay.committers", "3"), 2).committers())
                .isEqualTo(3);
    }

    @Test
    void letsCallsWaitForEachOtherUnlessThatIsTurnedOff() {
        assertThat(limits(Map.of(), 1).gathering()).isPositive();
        assertThat(limits(Map.of("parley.relay.gathering", "PT0S"), 1).gathering())
                .isZero();
    }

    @Test
    void letsOtherRequestsWaitForNobody() {
        var settings = SettingsReader.read(key -> Optional.empty());
        assertThat(GroupCommit.Limits.of(settings).gathering()).isZero();
    }
}
