package dev.parley.simulation;

/** A message in a queue, and how often it was delivered. */
public final class Delivery {

    private final Parcel parcel;
    private int count;

    Delivery(Parcel parcel) {
        this.parcel = parcel;
    }

    /** The message. */
    public Parcel parcel() {
        return parcel;
    }

    /** Whether it was delivered before, as far as the broker knows. */
    public boolean redelivered() {
        return count > 0;
    }

    int failed() {
        count++;
        return count;
    }

    void forgetFailures() {
        count = 0;
    }
}
