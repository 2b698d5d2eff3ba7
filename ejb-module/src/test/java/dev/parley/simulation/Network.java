package dev.parley.simulation;

/** The network between participants and the broker: it loses messages, carries them twice, late and out of order. */
public final class Network {

    private final World world;

    /** A network of that world. */
    public Network(World world) {
        this.world = world;
    }

    /** Carries something, none or more times. */
    public void carry(String what, Runnable arrival) {
        Weather weather = world.weather();
        if (world.fault(weather.loss())) {
            world.trace("the network loses %s", what);
        } else {
            world.after(latency(), arrival);
        }
        if (world.fault(weather.duplicate())) {
            world.trace("the network repeats %s", what);
            world.after(latency(), arrival);
        }
    }

    private long latency() {
        return world.fault(world.weather().delay()) ? world.millis(0, 20_000) : world.millis(0, 10);
    }
}
