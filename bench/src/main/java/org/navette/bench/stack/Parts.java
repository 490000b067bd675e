package org.navette.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.navette.parts.ChildProcess;
import org.navette.parts.FreePort;
import org.navette.parts.Jvm;
import org.navette.parts.JvmMemory;
import org.navette.parts.broker.BrokerMain;
import org.navette.parts.database.DatabaseMain;
import org.navette.parts.database.Mongod;
import org.navette.parts.mail.MailMain;
import org.navette.parts.registry.SchemaRegistry;

/** Starts the parts that are not ours, each a process as in the local run. */
final class Parts {

    private final StackSettings settings;
    private final Path directory;

    Parts(StackSettings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
    }

    Running broker() {
        var port = FreePort.find();
        return part("broker", JvmMemory.BROKER, port, BrokerMain.class, data("broker"), port, FreePort.find())
                .awaitPort();
    }

    /** Its {@code url} is that of the interface which serializers speak. */
    Running registry() {
        var started = System.nanoTime();
        var registry = SchemaRegistry.start(settings.distribution().registry(), data("registry"), 0);
        return new Running("registry", registry.process(), URI.create(registry.url()), started);
    }

    Running database() {
        var port = FreePort.find();
        if (settings.database() == DatabaseKind.EMBEDDED) {
            return part("database", JvmMemory.DATABASE, port, DatabaseMain.class, data("database"), port)
                    .awaitPort();
        }
        var command = Mongod.command(settings.mongod(), created(data("database")), port);
        return start("database", command, port).awaitPort();
    }

    /** Its {@code url} is that of the web interface. */
    Running mail(int smtpPort) {
        var port = FreePort.find();
        return part("mail", JvmMemory.MAIL, port, MailMain.class, data("mail"), smtpPort, port)
                .awaitPort();
    }

    private Running part(String name, List<String> flags, int port, Class<?> main, Object... arguments) {
        return start(name, Jvm.main(flags, main, arguments), port);
    }

    Running start(String name, List<String> command, int port) {
        var started = System.nanoTime();
        var process = ChildProcess.start(command, directory.resolve("logs").resolve(name + ".log"));
        return new Running(name, process, URI.create("http://127.0.0.1:" + port), started);
    }

    private Path data(String name) {
        return directory.resolve(name);
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
