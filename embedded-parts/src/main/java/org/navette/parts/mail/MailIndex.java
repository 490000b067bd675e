package org.navette.parts.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * What is searched for, in an H2 file that is derived from the log: it may be behind, also after a kill -9, and says up to
 * where it has come. A mail's id is its position in the log.
 */
final class MailIndex implements AutoCloseable {

    private static final String COLUMNS = "SELECT id, message_id, recipient, subject, received_at FROM mails ";

    private final JdbcConnectionPool pool;

    private MailIndex(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static MailIndex open(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var url = "jdbc:h2:file:" + directory.toAbsolutePath().resolve("index")
                + ";CACHE_SIZE=16384;DB_CLOSE_ON_EXIT=FALSE";
        var index = new MailIndex(JdbcConnectionPool.create(url, "sa", ""));
        index.use(MailIndex::createTables);
        return index;
    }

    private static boolean createTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS mails(id BIGINT PRIMARY KEY, next_id BIGINT,"
                    + " message_id VARCHAR(998), recipient VARCHAR(" + MailLimits.LONGEST_ADDRESS
                    + "), subject VARCHAR(2000),"
                    + " received_at TIMESTAMP(3) WITH TIME ZONE)");
            statement.execute("CREATE INDEX IF NOT EXISTS by_message_id ON mails(message_id)");
            return statement.execute("CREATE INDEX IF NOT EXISTS by_recipient ON mails(recipient, id)");
        }
    }

    /** All or none. */
    void add(List<MailLog.Entry> entries) {
        use(connection -> insert(connection, entries));
    }

    private static boolean insert(Connection connection, List<MailLog.Entry> entries) throws SQLException {
        connection.setAutoCommit(false);
        try (var row = connection.prepareStatement("INSERT INTO mails(id, next_id, message_id, recipient, subject,"
                + " received_at) VALUES(?, ?, ?, ?, ?, ?)")) {
            for (var entry : entries) {
                add(entry, row);
            }
            row.executeBatch();
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static void add(MailLog.Entry entry, PreparedStatement row) throws SQLException {
        var headers = MailHeaders.of(entry.source());
        row.setLong(1, entry.position());
        row.setLong(2, entry.next());
        row.setString(3, headers.messageId());
        row.setString(4, entry.recipient());
        row.setString(5, headers.subject());
        row.setObject(6, entry.receivedAt());
        row.addBatch();
    }

    /** Where the first mail begins that it does not have. */
    long position() {
        return number("SELECT COALESCE(MAX(next_id), 0) FROM mails WHERE id = (SELECT MAX(id) FROM mails)");
    }

    long count() {
        return number("SELECT COUNT(*) FROM mails");
    }

    private long number(String sql) {
        return use(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Those after an id, oldest first. */
    List<MailSummary> after(long id, int limit) {
        return list(COLUMNS + "WHERE id > ? ORDER BY id LIMIT " + limit, id);
    }

    /** Newest first, those before an id. */
    List<MailSummary> before(long id, int limit) {
        return list(COLUMNS + "WHERE id < ? ORDER BY id DESC LIMIT " + limit, id);
    }

    /** Newest first, those before an id whose recipient, subject or Message-ID contains the text. */
    List<MailSummary> search(String text, long before, int limit) {
        var pattern = "%" + text.toLowerCase().replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return list(
                COLUMNS
                        + "WHERE id < ? AND (LOWER(recipient) LIKE ? OR LOWER(subject) LIKE ? OR LOWER(message_id) LIKE ?)"
                        + " ORDER BY id DESC LIMIT " + limit,
                before,
                pattern,
                pattern,
                pattern);
    }

    /** Oldest first. */
    List<MailSummary> withMessageId(String messageId, int limit) {
        return list(COLUMNS + "WHERE message_id = ? ORDER BY id LIMIT " + limit, messageId);
    }

    /** Oldest first; the address in any case. */
    List<MailSummary> to(String recipient, int limit) {
        return list(COLUMNS + "WHERE recipient = ? ORDER BY id LIMIT " + limit, recipient.toLowerCase());
    }

    Optional<MailSummary> find(long id) {
        return list(COLUMNS + "WHERE id = ?", id).stream().findFirst();
    }

    private List<MailSummary> list(String sql, Object... arguments) {
        return use(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                try (var rows = statement.executeQuery()) {
                    return summaries(rows);
                }
            }
        });
    }

    private static List<MailSummary> summaries(ResultSet rows) throws SQLException {
        var found = new ArrayList<MailSummary>();
        while (rows.next()) {
            found.add(new MailSummary(
                    rows.getLong(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getObject(5, java.time.Instant.class)));
        }
        return found;
    }

    private <T> T use(Work<T> work) {
        try (var connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the index of the mails failed", e);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        use(connection -> connection.createStatement().execute("SHUTDOWN"));
        pool.dispose();
    }
}
