package org.navette.intake.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.navette.intake.fields.Fields;
import org.navette.intake.fields.JsonFields;
import org.navette.intake.fields.MalformedJson;
import org.navette.intake.http.Problem;
import org.navette.intake.http.ProblemException;
import org.navette.intake.streaming.LineReader;

/** How a line becomes fields. */
interface LineFormat {

    /** @throws ProblemException where the line does not have the form */
    Fields fields(byte[] line, int length);

    /** A JSON object a line. */
    static LineFormat json(Kind kind) {
        JsonFields json = new JsonFields();
        return (line, length) -> {
            try {
                return json.read(line, 0, length, kind.form());
            } catch (MalformedJson e) {
                throw new ProblemException(Problem.malformedJson(e));
            }
        };
    }

    /**
     * A table, whose first line names its columns, in any order.
     *
     * @throws ProblemException where that line is too long, or a column is unknown, stands twice or is missing
     */
    static LineFormat csv(Kind kind, LineReader lines) throws IOException {
        boolean there = lines.next();
        if (there && lines.isTooLong()) {
            throw new ProblemException(lines.tooLong());
        }
        List<String> columns =
                there ? CsvLine.cells(lines.line(), lines.length()).orElse(List.of()) : List.of();
        Set<String> wrong = new TreeSet<>(kind.neededColumns());
        columns.forEach(wrong::remove);
        Set<String> seen = new HashSet<>();
        List<String> paths = new ArrayList<>();
        for (String column : columns) {
            String path = kind.columns().get(column);
            if (path == null || !seen.add(column)) {
                wrong.add(column);
            } else {
                paths.add(path);
            }
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.of(400, "columns-wrong", String.join(", ", wrong)));
        }
        return (line, length) -> {
            Optional<List<String>> cells = CsvLine.cells(line, length).filter(found -> found.size() == paths.size());
            Fields fields = new Fields();
            List<String> found = cells.orElseThrow(() -> new ProblemException(Problem.of(400, "line-malformed")));
            for (int i = 0; i < paths.size(); i++) {
                if (!found.get(i).isEmpty()) {
                    kind.put(fields, paths.get(i), found.get(i));
                }
            }
            return fields;
        };
    }
}
