package dev.parley.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Envelope;
import dev.parley.conversation.Particulars;
import dev.parley.conversation.Provision;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a request is repeated by is what its requester asked for, whatever stands in the directory by then. */
class OperationIsServedByAnotherSinceTest {

    /** A process of that name; or, if it has no versions, a provider. */
    private record Served(String name, boolean hasVersions) implements OperationResolution {

        private record Unread() implements ServedOperation.Request {}

        @Override
        public ServedOperation method() {
            return null;
        }

        @Override
        public Provision provision() {
            return null;
        }

        @Override
        public Particulars particulars(Particulars given) {
            return hasVersions ? given : Particulars.NONE;
        }

        @Override
        public ServedOperation.Request read(String body) {
            return new Unread();
        }
    }

    private static Envelope checked(Envelope request, OperationResolution served) {
        Directory directory = new Directory() {
            @Override
            public Map<String, OperationResolution> find(Collection<String> operations) {
                return Map.of("place-order", served, "fulfil-order", served);
            }

            @Override
            public void passOver(Set<Address> providers, Instant until) {
                throw new UnsupportedOperationException();
            }
        };
        return new RequestCheck(directory, MailboxDelivery.none())
                .check(request)
                .envelope();
    }

    private static final OperationResolution PROVIDER = new Served("place-order", false);
    private static final OperationResolution PROCESS = new Served("fulfil-order", true);

    private static Envelope request(String body, String version) {
        return Workbench.request("m1", body, false).with(new Particulars(version, null, Set.of()));
    }

    @Test
    void aProcessIsPutBehindIt() {
        Envelope before = checked(request("{\"a\":1}", null), PROVIDER);
        Envelope since = checked(request("{\"a\":1}", null), PROCESS);
        assertThat(since.operation()).isEqualTo("fulfil-order");
        assertThat(since.contentHash()).isEqualTo(before.contentHash());
        assertThat(before.isAgain(since.contentHash(), Optional::empty))
                .as("and taken away again")
                .isTrue();
    }

    @Test
    void aVersionThatMeantNothingIsAskedForAsBefore() {
        Envelope before = checked(request("{}", "2"), PROVIDER);
        Envelope since = checked(request("{}", "2"), PROCESS);
        assertThat(since.isAgain(before.contentHash(), Optional::empty)).isTrue();
        assertThat(checked(request("{}", null), PROCESS).contentHash()).isNotEqualTo(before.contentHash());
        assertThat(before.particulars().version()).as("it means nothing still").isNull();
    }

    @Test
    void theSameJsonInAnotherFormIsTheSameStill() {
        Envelope before = checked(request("{\"a\":1}", null), PROVIDER);
        Envelope since = checked(request("{ \"a\": 1.0 }", null), PROCESS);
        assertThat(since.isAgain(before.contentHash(), () -> Optional.of("{\"a\":1}")))
                .isTrue();
    }

    /** It is another request, although the same process serves both. */
    @Test
    void whoAsksTheProcessItselfAsksForSomethingElse() {
        Envelope buy = checked(request("{}", null), PROCESS);
        Envelope itself = checked(
                new Envelope(
                        "fulfil-order",
                        "{}",
                        buy.exchange(),
                        buy.sender(),
                        null,
                        "m1",
                        "m1",
                        buy.replyTo(),
                        null,
                        false,
                        null,
                        null,
                        buy.expiresAt(),
                        0),
                PROCESS);
        assertThat(itself.contentHash()).isNotEqualTo(buy.contentHash());
    }
}
