package org.navette.notifier.progress;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a restart begins. Every fact before {@code nextFact} is done; which of the later ones are done stands in
 * mail-deliveries from {@code deliveriesFrom} on.
 */
public record Position(long nextFact, long deliveriesFrom) {

    private static final Pattern METADATA = Pattern.compile("deliveries=(\\d{1,18})");

    /** What is committed beside the offset. */
    public String metadata() {
        return "deliveries=" + deliveriesFrom;
    }

    /** Empty where the metadata is not ours, as after a reset by hand: then all of mail-deliveries must be read. */
    public static OptionalLong deliveriesFrom(String metadata) {
        Matcher matcher = METADATA.matcher(metadata);
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .map(m -> OptionalLong.of(Long.parseLong(m.group(1))))
                .orElse(OptionalLong.empty());
    }
}
