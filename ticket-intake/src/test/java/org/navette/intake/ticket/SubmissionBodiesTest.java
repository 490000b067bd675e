package org.navette.intake.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.navette.intake.submission.SubmissionForm;

class SubmissionBodiesTest {

    @Test
    void whatIsDescribedIsWhatIsRead() {
        assertThat(paths(SubmissionBodies.Connected.class, ""))
                .isEqualTo(new TreeSet<>(SubmissionForm.CONNECTED.form().paths()));
        assertThat(paths(SubmissionBodies.Anonymous.class, ""))
                .isEqualTo(new TreeSet<>(SubmissionForm.ANONYMOUS.form().paths()));
    }

    private static Set<String> paths(Class<?> body, String prefix) {
        Set<String> paths = new TreeSet<>();
        for (RecordComponent component : body.getRecordComponents()) {
            String path = prefix + component.getName();
            if (component.getType().isRecord()) {
                paths.addAll(paths(component.getType(), path + "."));
            } else {
                paths.add(path);
            }
        }
        return paths;
    }
}
