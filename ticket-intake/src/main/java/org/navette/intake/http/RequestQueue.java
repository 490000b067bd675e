package org.navette.intake.http;

import java.util.concurrent.Executor;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/** What waits for one of Tomcat's threads: requests that nobody has looked at, and answers that are to be written. */
@Component
class RequestQueue implements TomcatConnectorCustomizer {

    private volatile @Nullable ProtocolHandler handler;

    @Override
    public void customize(Connector connector) {
        handler = connector.getProtocolHandler();
    }

    int length() {
        ProtocolHandler known = handler;
        Executor executor = known == null ? null : known.getExecutor();
        return executor instanceof ThreadPoolExecutor threads
                ? threads.getQueue().size()
                : 0;
    }
}
