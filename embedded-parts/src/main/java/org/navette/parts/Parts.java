package org.navette.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.navette.parts.broker.EmbeddedBroker;
import org.navette.parts.database.Database;
import org.navette.parts.mail.MailServer;
import org.navette.parts.registry.SchemaRegistry;

/**
 * The parts that integration tests need, each started at first use, once per JVM, on a free port with a temporary
 * directory, and gone with it.
 *
 * <p>Where an environment variable names a part that already runs ({@code KAFKA_BOOTSTRAP_SERVERS}, {@code
 * SCHEMA_REGISTRY_URL}, {@code MONGODB_URI}), that one is used: tests must not rely on being its only user. Otherwise,
 * where the system property {@code navette.parts} is {@code containers}, those of the {@link PartsProvider} are.
 */
public final class Parts {

    private Parts() {}

    /** For {@code bootstrap.servers}. */
    public static String bootstrapServers() {
        return external("KAFKA_BOOTSTRAP_SERVERS")
                .or(() -> Provided.PARTS.map(PartsProvider::bootstrapServers))
                .orElseGet(() -> broker().bootstrapServers());
    }

    /** For {@code schema.registry.url}. */
    public static String registryUrl() {
        return external("SCHEMA_REGISTRY_URL")
                .or(() -> Provided.PARTS.map(PartsProvider::registryUrl))
                .orElseGet(() -> registry().url());
    }

    /** Without a database's name. */
    public static String mongoUri() {
        return database().uri();
    }

    /** The embedded one, whatever the others use. */
    public static EmbeddedBroker broker() {
        return Broker.PART;
    }

    /** The embedded one. Its distribution is expected where the system property {@code navette.registry.home} says. */
    public static SchemaRegistry registry() {
        return Registry.PART;
    }

    public static Database database() {
        var provided = external("MONGODB_URI").isPresent() ? Optional.<PartsProvider>empty() : Provided.PARTS;
        return provided.map(PartsProvider::database).orElseGet(() -> Mongo.PART);
    }

    public static MailServer mail() {
        return Mail.PART;
    }

    private static Optional<String> external(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    private static final class Provided {
        static final Optional<PartsProvider> PARTS = Optional.ofNullable(System.getProperty("navette.parts"))
                .filter("containers"::equals)
                .map(kind -> ServiceLoader.load(PartsProvider.class)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("navette.parts is " + kind
                                + ", but embedded-parts was built without the profile testcontainers")));
    }

    private static final class Broker {
        static final EmbeddedBroker PART = EmbeddedBroker.start(Directories.named("broker"), 0);
    }

    private static final class Registry {
        static final SchemaRegistry PART = SchemaRegistry.start(home(), Directories.named("registry"), 0);

        private static Path home() {
            return Path.of(Optional.ofNullable(System.getProperty("navette.registry.home"))
                    .orElseThrow(() -> new IllegalStateException(
                            "the system property navette.registry.home is not set: see embedded-parts' pom")));
        }
    }

    private static final class Mongo {
        static final Database PART = Database.start(Directories.named("database"), 0);
    }

    private static final class Mail {
        static final MailServer PART = MailServer.start(Directories.named("mail"), 0, 0);
    }

    private static final class Directories {
        private static final Path ROOT = create();

        private static Path create() {
            try {
                var root = Files.createTempDirectory("navette-parts-");
                AfterExit.delete(root);
                return root;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Path named(String name) {
            return ROOT.resolve(name);
        }
    }
}
