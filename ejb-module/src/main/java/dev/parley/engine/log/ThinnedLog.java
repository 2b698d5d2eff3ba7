package dev.parley.engine.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Thins the server's log from when Parley is deployed until it is undeployed: while the disk is full or the database
 * away, each attempt is logged several times with its traces, some 27 MB in a minute.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ThinnedLog {

    @Inject
    LogSettings settings;

    private final Map<Handler, Filter> installed = new LinkedHashMap<>();
    private final Map<Handler, @Nullable Filter> before = new LinkedHashMap<>();

    @PostConstruct
    void begin() {
        if (settings.repetitions() == 0) {
            return;
        }
        RepetitionFilter thinning = new RepetitionFilter(settings.repetitions());
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Filter own = handler.getFilter();
            Filter both = about -> (own == null || own.isLoggable(about)) && thinning.isLoggable(about);
            before.put(handler, own);
            installed.put(handler, both);
            handler.setFilter(both);
        }
    }

    /** What somebody has configured meanwhile stays. */
    @PreDestroy
    void end() {
        installed.forEach((handler, filter) -> {
            if (handler.getFilter() == filter) {
                handler.setFilter(before.get(handler));
            }
        });
    }
}
