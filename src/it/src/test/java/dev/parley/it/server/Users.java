package dev.parley.it.server;

import java.util.List;
import java.util.UUID;

/**
 * Everybody a server knows, with fresh passwords.
 *
 * @param alice a participant
 * @param bob a participant
 * @param olga an operator
 * @param paul a provider
 * @param petra a provider, and a participant
 * @param node another node that uses the broker
 */
record Users(User alice, User bob, User olga, User paul, User petra, User node) {

    static Users fresh() {
        return new Users(
                fresh("alice", ServerNames.PARTICIPANT_ROLE),
                fresh("bob", ServerNames.PARTICIPANT_ROLE),
                fresh("olga", ServerNames.OPERATOR_ROLE),
                fresh("paul", ServerNames.PROVIDER_ROLE),
                fresh("petra", ServerNames.PROVIDER_ROLE + "," + ServerNames.PARTICIPANT_ROLE),
                fresh("node", ServerNames.NODE_ROLE));
    }

    private static User fresh(String name, String role) {
        return new User(name, UUID.randomUUID().toString(), role);
    }

    List<User> all() {
        return List.of(alice, bob, olga, paul, petra, node);
    }
}
