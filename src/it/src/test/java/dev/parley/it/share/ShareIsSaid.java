package dev.parley.it.share;

import dev.parley.it.server.ServerNames;
import java.util.Locale;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says which share a run tries, so that it can be tried again. */
public final class ShareIsSaid implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!ServerNames.isServerPrepared()) {
            return;
        }
        ShareName name = ShareName.chosen();
        Share.of(name.text());
        System.out.printf(
                "%s: %s%n",
                Configuration.chosen().name().toLowerCase(Locale.ROOT),
                Share.areAllTried()
                        ? "all crash tests"
                        : "the share of crash tests " + name.origin() + ": -Dparley.it.share=" + name.text());
    }
}
