package org.navette.query.store;

import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.TopologyVersion;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the moments after which the database may be another process than before. The driver connects again by itself,
 * so that a database that was killed between two commands and is back before the second shows in no exception; what the
 * first had written may be lost all the same.
 */
@Component
class Interruptions implements ConnectionPoolListener, ClusterListener {

    private final AtomicLong count = new AtomicLong();

    long count() {
        return count.get();
    }

    @Override
    public void connectionPoolCleared(ConnectionPoolClearedEvent event) {
        count.incrementAndGet();
    }

    /** A primary that steps down breaks no connection. */
    @Override
    public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        Set<String> before = writable(event.getPreviousDescription());
        if (!before.isEmpty() && !before.equals(writable(event.getNewDescription()))) {
            count.incrementAndGet();
        }
    }

    private static Set<String> writable(ClusterDescription cluster) {
        return cluster.getServerDescriptions().stream()
                .filter(ServerDescription::isPrimary)
                .map(server -> server.getAddress() + " " + process(server.getTopologyVersion()))
                .collect(Collectors.toSet());
    }

    private static String process(@Nullable TopologyVersion version) {
        return version == null ? "" : version.getProcessId().toHexString();
    }
}
