package org.navette.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.navette.parts.Distribution;
import org.navette.parts.Jvm;
import org.navette.parts.broker.BrokerMain;
import org.navette.parts.database.DatabaseMain;
import org.navette.parts.database.Mongod;
import org.navette.parts.mail.MailMain;
import org.navette.parts.registry.RegistryApi;
import org.navette.parts.registry.RegistryCommand;
import org.navette.parts.registry.RegistryDirectory;

/** Broker, registry, database and mail server, but for those that somebody else runs. */
record PartPrograms(
        Distribution distribution, DataDirectory data, PortOptions ports, Externals externals, JavaOptions options) {

    List<Program> programs() {
        var programs = new ArrayList<Program>();
        if (!externals.broker()) {
            programs.add(broker());
        }
        if (!externals.registry()) {
            programs.add(registry());
        }
        if (!externals.database()) {
            programs.add(database());
        }
        if (!externals.smtp()) {
            programs.add(mail());
        }
        return programs;
    }

    private Program broker() {
        var command =
                Jvm.main(options.of("broker"), BrokerMain.class, data.of("broker"), ports.broker, ports.controller);
        return program("broker", command, Readiness.broker(ports.broker), "127.0.0.1:" + ports.broker);
    }

    private Program registry() {
        var api = RegistryApi.onPort(ports.registry);
        var directory = RegistryDirectory.prepare(data.of("registry"));
        var command = RegistryCommand.of(distribution.registry(), directory.path(), ports.registry);
        Readiness readiness = () -> {
            var answers = api.answers();
            if (answers) {
                directory.finished();
            }
            return answers;
        };
        return program("registry", command, readiness, "http://127.0.0.1:" + ports.registry);
    }

    private Program database() {
        var command = Mongod.onPath()
                .map(mongod -> Mongod.command(mongod, data.of("mongod"), ports.database))
                .orElseGet(() ->
                        Jvm.main(options.of("database"), DatabaseMain.class, data.of("database"), ports.database));
        return program("database", command, Readiness.listening(ports.database), "127.0.0.1:" + ports.database);
    }

    private Program mail() {
        var command = Jvm.main(options.of("mail"), MailMain.class, data.of("mail"), ports.smtp, ports.mails);
        return program("mail", command, Readiness.listening(ports.mails), "http://localhost:" + ports.mails);
    }

    private Program program(String name, List<String> command, Readiness readiness, String address) {
        return new Program(name, command, Map.of(), data.log(name), readiness, address);
    }
}
