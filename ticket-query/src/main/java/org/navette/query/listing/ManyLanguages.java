package org.navette.query.listing;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/** Lets a client accept as many languages as its headers hold: Tomcat fails on the eleventh, and it is no client's fault. */
@Component
class ManyLanguages implements TomcatConnectorCustomizer {

    @Override
    public void customize(Connector connector) {
        connector.setMaxLocaleCount(Integer.MAX_VALUE);
    }
}
