package org.navette.query;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.util.List;
import org.navette.parts.Parts;

/** A gate before the shared database, wherever it is. */
public final class DatabaseGate implements AutoCloseable {

    private final ConnectionString target = new ConnectionString(Parts.mongoUri());
    private final Gate gate;

    public DatabaseGate() {
        ServerAddress address = new ServerAddress(hosts().get(0));
        this.gate = new Gate(address.getHost(), address.getPort());
    }

    private List<String> hosts() {
        return target.getHosts();
    }

    /** With the credentials and options of the database's own. */
    public String uri() {
        return target.getConnectionString().replace(String.join(",", hosts()), "127.0.0.1:" + gate.port());
    }

    public void shut() {
        gate.shut();
    }

    public void stall() {
        gate.stall();
    }

    public void reopen() {
        gate.reopen();
    }

    @Override
    public void close() {
        gate.close();
    }
}
