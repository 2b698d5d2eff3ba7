package dev.parley.topic.webhook;

import java.util.List;

/**
 * The policy of which receivers may be named: those that a rule allows, and none if there is no rule.
 *
 * @param rules the rules
 */
public record HostPolicy(List<HostRule> rules) {

    public HostPolicy {
        rules = List.copyOf(rules);
    }

    /** True if that receiver may be called, wherever its name leads. */
    public boolean allows(WebhookUrl url) {
        return rules.stream().anyMatch(rule -> rule.allows(url));
    }
}
