package dev.parley.engine.broker;

import dev.parley.engine.config.FullDiskMark;
import dev.parley.health.Awaited;
import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.jspecify.annotations.Nullable;

/**
 * The way back of this server when its broker could not write to its disk. The broker stops then for good, and takes
 * Parley with it: nothing but another start brings them back. So the server starts anew as soon as there is room.
 */
final class LostDisk implements IOCriticalErrorListener {

    private static final Logger LOG = System.getLogger(LostDisk.class.getName());

    /** What tells WildFly's script to start the server again. */
    private static final int RESTART = 10;

    /** For some files of the broker's journal. */
    private static final long ROOM = 40L * 1024 * 1024;

    private static final long INTERVAL = 5;

    /** How long the broker may take to start. */
    private static final long START = 60;

    /** The pause if there is room anyway: something else is wrong, and may be so after the start as well. */
    private static final long REST = 300;

    private static final long PATIENCE = 30;

    /** How often it says that it still waits. */
    private static final long REMINDER = 600;

    /** The property of the process that counts the brokers that have begun, in whatever deployment of Parley. */
    private static final String BEGUN = "dev.parley.broker.begun";

    private final Consumer<BooleanSupplier> comeBack;
    private final AtomicBoolean isKnown = new AtomicBoolean();
    private final AtomicBoolean isNobodysBusiness = new AtomicBoolean();

    /** @param comeBack has the server start anew unless that is nobody's business any more, and returns at once */
    LostDisk(Consumer<BooleanSupplier> comeBack) {
        this.comeBack = comeBack;
    }

    /** Has the process start anew when there is room wherever the broker writes. */
    static LostDisk restartingWithRoomIn(List<File> places) {
        return new LostDisk(isNobodysBusiness -> {
            long pause = isRoomIn(places) ? REST : INTERVAL;
            long lost = begunUntilNow();
            BooleanSupplier isOver = () -> isNobodysBusiness.getAsBoolean() || isAnotherSince(lost);
            inBackground("parley-lost-disk", () -> restartWithRoomIn(places, pause, isOver));
        });
    }

    /**
     * Parley is deployed, and there may be no room for the broker that is being started, or for H2: then Parley is not
     * deployed, or does not know its database. Has the process start anew with room, unless both are there by then.
     */
    static void starting(File place) {
        if (isRoomIn(List.of(place))) {
            return;
        }
        long before = begunUntilNow();
        LOG.log(
                Level.WARNING,
                "There is hardly any room on the disk of this server ({0}). Make some: if its broker or its database"
                        + " does not start, this server starts anew when there are {1} bytes",
                place,
                Long.toString(ROOM));
        inBackground(
                "parley-lost-disk",
                () -> restartWithRoomIn(
                        List.of(place), START, () -> isAnotherSince(before) && Awaited.isThere(Awaited.DATABASE)));
    }

    private static boolean isAnotherSince(long begun) {
        return begunUntilNow() != begun;
    }

    /** A broker has begun: whoever still waits to start the process anew, since one before was lost, does not. */
    static void begun() {
        System.setProperty(BEGUN, Long.toString(begunUntilNow() + 1));
    }

    private static long begunUntilNow() {
        return Long.getLong(BEGUN, 0);
    }

    /** What has not been made yet has no room, and needs none. */
    static boolean isRoomIn(List<File> places) {
        return places.stream().filter(File::exists).allMatch(place -> place.getUsableSpace() >= ROOM);
    }

    @Override
    public void onIOException(Throwable cause, String message, @Nullable String file) {
        if (isKnown.compareAndSet(false, true)) {
            comeBack.accept(isNobodysBusiness::get);
            LOG.log(
                    Level.ERROR,
                    "The broker cannot write to its disk ({0}: {1}) and stops. Make room: this server starts anew when"
                            + " there are {2} bytes. What was acknowledged is there then",
                    file == null ? "its journal" : file,
                    cause.getMessage(),
                    Long.toString(ROOM));
        }
    }

    /** Nobody guards the broker any more: what becomes of it from now on is not seen. A server that waits does so. */
    void forget() {
        isKnown.set(true);
    }

    /** Parley has been undeployed: what becomes of the broker, or has become of it, is not its business any more. */
    void leave() {
        forget();
        isNobodysBusiness.set(true);
    }

    private static void restartWithRoomIn(List<File> places, long first, BooleanSupplier isOver) {
        Wait wait = new Wait(() -> isRoomIn(places), isOver, TimeUnit.SECONDS::sleep);
        switch (wait.end(first)) {
            case OVER -> goOn();
            case INTERRUPTED ->
                LOG.log(Level.WARNING, "Nobody waits for room on the disk any more: restart this server");
            case ROOM -> restart();
        }
    }

    /** Parley looks at the mark a while after its next start, be that in this process or in another one. */
    private static void goOn() {
        FullDiskMark.ofThisServer().set();
        LOG.log(
                Level.INFO,
                "The broker has begun since, as after a reload, or Parley has been undeployed: this server goes on");
    }

    private static void restart() {
        FullDiskMark.ofThisServer().set(); // there is room for it now
        LOG.log(Level.WARNING, "There is room on the disk of the broker: this server ends with status {0}", RESTART);
        inBackground("parley-halt", LostDisk::halt);
        System.exit(RESTART);
    }

    /** What has ended a wait for room. */
    enum End {
        ROOM,
        OVER,
        INTERRUPTED
    }

    /** A pause of some seconds. */
    interface Pause {
        void of(long seconds) throws InterruptedException;
    }

    /**
     * A wait for room, however long that takes: it says so now and then.
     *
     * @param isRoom whether there is room
     * @param isOver whether nobody needs to wait any more
     * @param pause pauses between two looks
     */
    record Wait(BooleanSupplier isRoom, BooleanSupplier isOver, Pause pause) {

        /** What ends it, after a first pause. */
        End end(long first) {
            try {
                pause.of(first);
                for (long waited = INTERVAL; !isOver.getAsBoolean() && !isRoom.getAsBoolean(); waited += INTERVAL) {
                    pause.of(INTERVAL);
                    remind(waited);
                }
                return isOver.getAsBoolean() ? End.OVER : End.ROOM;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return End.INTERRUPTED;
            }
        }

        private static void remind(long waited) {
            if (waited % REMINDER == 0) {
                LOG.log(
                        Level.WARNING,
                        "The disk of the broker is still full, after {0} minutes. Make room: this server starts anew"
                                + " when there are {1} bytes",
                        waited / 60,
                        Long.toString(ROOM));
            }
        }
    }

    /** Whoever has lost the broker may not be able to end in order; not even this thread may be kept from it. */
    private static void halt() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(RESTART);
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
