package dev.parley.topic.engine;

import dev.parley.engine.commit.GoesBack;

/** The exception at one subscription too many, which others have taken the place of in the same moment. */
final class TooManySubscriptions extends GoesBack {

    private static final long serialVersionUID = 1L;

    TooManySubscriptions(String topic) {
        super("Topic " + topic + " has as many subscriptions as it may have", null);
    }
}
