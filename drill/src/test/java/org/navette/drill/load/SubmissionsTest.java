package org.navette.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    @Test
    void areTheSameForTheSameSeed() {
        var one = new Submissions(new Random(3));
        var other = new Submissions(new Random(3));
        IntStream.range(0, 200).forEach(i -> assertThat(one.next().body())
                .isEqualTo(other.next().body()));
    }

    @Test
    void haveEveryOutcome() {
        var submissions = new Submissions(new Random(3));
        var kinds = IntStream.range(0, 200)
                .mapToObj(i -> submissions.next().expected().kind())
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Expected.Kind.values());
    }

    @Test
    void areKnownByTheirMark() {
        var submission = new Submissions(new Random(3)).next();
        assertThat(Submission.markOfTitle(Submission.title(submission.mark()))).isEqualTo(submission.mark());
        assertThat(Submission.markOfAddress(Submission.address(submission.mark())))
                .isEqualTo(submission.mark());
    }
}
