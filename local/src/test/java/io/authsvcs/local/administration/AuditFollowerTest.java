package io.authsvcs.local.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.local.administration.FakeGateway.Answer;
import io.authsvcs.local.fault.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events are named by the second at which they happened. */
class AuditFollowerTest {
    private static final String AUDIT = "GET /v1/admin/audit";

    private final FakeGateway gateway;
    private final FakeTrail trail = new FakeTrail();

    AuditFollowerTest() throws IOException {
        gateway = FakeGateway.start().answering(AUDIT, trail::answer);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theLastOnesComeOldestFirst() {
        trail.happened(1, 2, 3);

        assertThat(ids(follower().last(2))).containsExactly("02", "03");
    }

    @Test
    void theLastOnesMayBeMoreThanAPage() {
        trail.happenedUpTo(30);

        assertThat(ids(follower().last(25))).hasSize(25).startsWith("06").endsWith("30");
    }

    @Test
    void newsAreToldOnce() {
        trail.happened(1, 2, 10);
        AuditFollower follower = follower();
        follower.last(20);

        trail.happened(20, 21);

        assertThat(news(follower)).containsExactly("20", "21");
        assertThat(news(follower)).isEmpty();
    }

    @Test
    void oneThatBecameVisibleBeforeAnElderDoesNotHideIt() {
        trail.happened(1, 10);
        AuditFollower follower = follower();
        assertThat(ids(follower.last(20))).containsExactly("01", "10");

        trail.happened(9);

        assertThat(news(follower)).containsExactly("09");
    }

    @Test
    void whatTheLastOnesLeftOutIsNoNews() {
        trail.happened(1, 10, 11, 12);
        AuditFollower follower = follower();
        follower.last(1);

        assertThat(news(follower)).isEmpty();
    }

    @Test
    void anEmptyTrailIsFollowedFromItsBeginning() {
        AuditFollower follower = follower();
        assertThat(follower.last(20)).isEmpty();

        trail.happened(1);
        assertThat(news(follower)).containsExactly("01");
        trail.happened(2);
        assertThat(news(follower)).containsExactly("02");
        trail.happened(9);
        assertThat(news(follower)).containsExactly("09");
        trail.happened(20);
        assertThat(news(follower)).containsExactly("20");
    }

    @Test
    void aClusterThatIsAwayIsNoNewsAndNothingIsLost() {
        trail.happened(1, 10);
        AuditFollower follower = follower();
        follower.last(20);
        trail.happened(20);

        gateway.answering(AUDIT, any -> Answer.later("1"));
        assertThat(follower.news()).isEmpty();
        gateway.answering(AUDIT, trail::answer);
        assertThat(news(follower)).containsExactly("20");
    }

    @Test
    void aQuestionThatIsRefusedIsAFault() {
        gateway.answering(AUDIT, 403, "{\"reason\":\"The role admin is required\"}");

        assertThatThrownBy(() -> follower().last(20))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("403, The role admin is required");
    }

    private AuditFollower follower() {
        return gateway.administration()
                .audit(new AuditFilter(Optional.empty(), Optional.empty()))
                .follower();
    }

    private static List<String> news(AuditFollower follower) {
        return ids(follower.news().orElseThrow());
    }

    private static List<String> ids(List<AuditEvent> events) {
        return events.stream().map(AuditEvent::id).toList();
    }
}
