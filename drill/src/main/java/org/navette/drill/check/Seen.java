package org.navette.drill.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that was seen of one ticket number. Counts are of records that differ by their offsets. */
public final class Seen {

    private final String number;
    private final Set<String> marks = new HashSet<>(2);
    private final Set<String> queueKeys = new HashSet<>(2);
    private final Map<Integer, Integer> mailsByVersion = new TreeMap<>();
    private int submitted;
    private int opened;
    private int refused;
    private int refusedInForm;
    private int technical;
    private int business;
    private String code = "";
    private int version;
    private String status = "";
    private @Nullable Listed listed;
    private Instant submittedAt = Instant.MAX;

    public Seen(String number) {
        this.number = number;
    }

    /** As the lists show it. */
    public record Listed(String status, int version) {}

    public Seen marked(String mark) {
        marks.add(mark);
        return this;
    }

    public Seen submitted() {
        submitted++;
        return this;
    }

    /** @param moment by intake's clock, which decides on its place in the lists */
    public Seen submittedAt(Instant moment) {
        submittedAt = moment;
        return this;
    }

    /** The latest fact counts, in whatever order they come. */
    public Seen fact(int factVersion, String factStatus) {
        if (factVersion >= version) {
            version = factVersion;
            status = factStatus;
        }
        return this;
    }

    public Seen opened() {
        opened++;
        return this;
    }

    public Seen refused(String refusalCode, boolean wasToldInForm) {
        refused++;
        if (wasToldInForm) {
            refusedInForm++;
        }
        code = refusalCode;
        return this;
    }

    public Seen queuedForSupport(String key) {
        technical++;
        queueKeys.add(key);
        return this;
    }

    public Seen queuedForService(String key) {
        business++;
        queueKeys.add(key);
        return this;
    }

    public Seen listed(String listedStatus, int listedVersion) {
        listed = new Listed(listedStatus, listedVersion);
        return this;
    }

    /** @param factVersion that the Message-ID names */
    public Seen mailed(int factVersion) {
        mailsByVersion.merge(factVersion, 1, Integer::sum);
        return this;
    }

    public String number() {
        return number;
    }

    public Set<String> marks() {
        return marks;
    }

    Set<String> queueKeys() {
        return queueKeys;
    }

    /** Long after everything where the log has not told yet. */
    public Instant submittedAt() {
        return submittedAt;
    }

    Map<Integer, Integer> mailsByVersion() {
        return mailsByVersion;
    }

    /** Whether it got further than a mail or a line of a list, which follow from the log. */
    boolean isInLog() {
        return submitted + opened + refused + technical + business > 0;
    }

    public boolean isOpened() {
        return opened > 0;
    }

    public boolean isRefused() {
        return refused > 0;
    }

    public boolean isListed() {
        return listed != null;
    }

    /** How often it was decided what becomes of it; that a refusal was told again decides nothing. */
    int judged() {
        return opened + refused - (toldAgain() ? 1 : 0);
    }

    /** Refused in the form, and once more as version 2, to be mailed, because nobody waited there any more. */
    boolean toldAgain() {
        return refused == 2 && refusedInForm == 1 && version == 2;
    }

    int queued() {
        return technical + business;
    }

    int technical() {
        return technical;
    }

    String code() {
        return code;
    }

    /** And nowhere else. */
    boolean toldInForm() {
        return refusedInForm > 0 && !toldAgain();
    }

    int version() {
        return version;
    }

    String status() {
        return status;
    }

    @Nullable
    Listed listed() {
        return listed;
    }

    /** Mails beyond the first under the same Message-ID. */
    public int repeatedMails() {
        return mailsByVersion.values().stream().mapToInt(count -> count - 1).sum();
    }
}
