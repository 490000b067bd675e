package org.navette.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

class ProblemsTest {

    private static final int QUERY_PLAN_KILLED = 175;

    private final Problems problems = new Problems();

    @Test
    void askForAnotherTryWhereTheDatabaseIsAway() {
        assertPutOff(new MongoTimeoutException("no server answers"));
    }

    /** As where a rebuilt read model is swapped in while somebody reads. */
    @Test
    void askForAnotherTryWhereTheDatabaseGaveUpOnAQuestion() {
        assertPutOff(refusal(QUERY_PLAN_KILLED));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 14, 22, 72})
    void leaveAQuestionThatIsWrongToThoseWhoAskedIt(int code) {
        MongoException refusal = refusal(code);

        assertThatThrownBy(() -> problems.databaseAway(refusal)).isSameAs(refusal);
    }

    private void assertPutOff(MongoException e) {
        ResponseEntity<Object> answer = problems.databaseAway(e);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    }

    private static MongoException refusal(int code) {
        return new MongoCommandException(new BsonDocument("code", new BsonInt32(code)), new ServerAddress());
    }
}
