package org.navette.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came out, for people and for programs.
 *
 * @param conditions under which it was measured: seed, machine, options
 */
public record Report(Map<String, String> conditions, List<Figures> runs) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public String markdown() {
        var text = new StringBuilder();
        conditions.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append("\n| What | Value | Unit | Median | Lowest | Highest |\n|---|---|---|---:|---:|---:|\n");
        for (var summary : Summary.of(runs)) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            summary.group(),
                            summary.name(),
                            summary.unit(),
                            Format.number(summary.median()),
                            Format.number(summary.lowest()),
                            Format.number(summary.highest())))
                    .append(" |\n");
        }
        return text.toString();
    }

    public String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("conditions", conditions);
        json.put("figures", Summary.of(runs).stream().map(Summary::json).toList());
        return JSON.writeValueAsString(json);
    }

    /** Writes {@code NAME.json} and {@code NAME.md}; called after each run, so that a later failure loses nothing. */
    public void write(Path directory, String name) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".json"), json());
            Files.writeString(directory.resolve(name + ".md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
