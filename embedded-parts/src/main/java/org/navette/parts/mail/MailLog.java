package org.navette.parts.mail;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * All mails in one file that only grows. A mail is whole in the file when {@link #append} returns: a kill -9 loses
 * none, at most it leaves a torn one at the end, which nobody was told of.
 *
 * <p>A record: length and CRC-32 of what follows, time of receipt, recipient, mail.
 */
final class MailLog implements AutoCloseable {

    private static final int HEADER = 2 * Integer.BYTES;
    private static final int MAX_RECORD = MailLimits.MAX_BYTES + 4096;

    private final FileChannel file;
    private long end;

    private MailLog(FileChannel file, long end) {
        this.file = file;
        this.end = end;
    }

    static MailLog open(Path path) {
        try {
            var file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new MailLog(file, file.size());
        } catch (IOException e) {
            throw new UncheckedIOException("can't open " + path, e);
        }
    }

    synchronized void append(String recipient, Instant receivedAt, byte[] source) throws IOException {
        var buffer = ByteBuffer.wrap(record(recipient, receivedAt, source));
        var position = end;
        while (buffer.hasRemaining()) {
            position += file.write(buffer, position);
        }
        end = position;
    }

    private static byte[] record(String recipient, Instant receivedAt, byte[] source) throws IOException {
        var bytes = new ByteArrayOutputStream(source.length + 256);
        var out = new DataOutputStream(bytes);
        out.writeLong(0);
        out.writeLong(receivedAt.toEpochMilli());
        var address = recipient.getBytes(StandardCharsets.UTF_8);
        out.writeShort(address.length);
        out.write(address);
        out.write(source);
        var record = bytes.toByteArray();
        ByteBuffer.wrap(record).putInt(record.length - HEADER).putInt(checksum(record));
        return record;
    }

    private static int checksum(byte[] record) {
        var crc = new CRC32();
        crc.update(record, HEADER, record.length - HEADER);
        return (int) crc.getValue();
    }

    synchronized long end() {
        return end;
    }

    /** The record that begins there; empty at the end and where a kill -9 left a torn one. */
    Optional<Entry> read(long position) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        if (!fill(header, position)) {
            return Optional.empty();
        }
        var length = header.flip().getInt();
        if (length < 0 || length > MAX_RECORD) {
            return Optional.empty();
        }
        var record = ByteBuffer.allocate(HEADER + length);
        if (!fill(record, position) || checksum(record.array()) != header.getInt()) {
            return Optional.empty();
        }
        return Optional.of(entry(position, record.position(HEADER)));
    }

    private static Entry entry(long position, ByteBuffer record) {
        var receivedAt = Instant.ofEpochMilli(record.getLong());
        var address = new byte[Short.toUnsignedInt(record.getShort())];
        record.get(address);
        var source = new byte[record.remaining()];
        record.get(source);
        var recipient = new String(address, StandardCharsets.UTF_8);
        return new Entry(position, position + record.capacity(), recipient, receivedAt, source);
    }

    private boolean fill(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The next mail goes where the torn one begins. */
    synchronized void cut(long position) throws IOException {
        file.truncate(position);
        end = position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** One mail for one recipient; {@code next} is where the following record begins. */
    record Entry(long position, long next, String recipient, Instant receivedAt, byte[] source) {}
}
