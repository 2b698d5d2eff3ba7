package dev.parley.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a world. */
public final class VirtualClock extends Clock {

    private final World world;
    private Duration skew = Duration.ZERO;

    /** The clock of that world. */
    public VirtualClock(World world) {
        this.world = world;
    }

    /** Moves it away from the world's time. */
    public void move(Duration away) {
        skew = away;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return world.now().plus(skew);
    }
}
