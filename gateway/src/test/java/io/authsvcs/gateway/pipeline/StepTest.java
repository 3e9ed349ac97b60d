package io.authsvcs.gateway.pipeline;

import static io.authsvcs.gateway.pipeline.Step.Stage.EDGE;
import static io.authsvcs.gateway.pipeline.Step.Stage.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.gateway.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.filter.GlobalFilter;

@GatewayTest
class StepTest {
    private final List<EdgeFilter> edge;
    private final List<UpstreamFilter> upstream;
    private final List<GlobalFilter> all;

    @Autowired
    StepTest(List<EdgeFilter> edge, List<UpstreamFilter> upstream, List<GlobalFilter> all) {
        this.edge = edge;
        this.upstream = upstream;
        this.all = all;
    }

    @Test
    void everyStepHasOneFilterAndEveryFilterAStep() {
        Stream<Step> taken = Stream.concat(
                edge.stream().map(EdgeFilter::step), upstream.stream().map(UpstreamFilter::step));

        assertThat(taken).containsExactlyInAnyOrder(Step.values());
    }

    @Test
    void everyFilterIsOfTheStageOfItsStep() {
        assertThat(edge).extracting(filter -> filter.step().stage()).containsOnly(EDGE);
        assertThat(upstream).extracting(filter -> filter.step().stage()).containsOnly(UPSTREAM);
    }

    @Test
    void stepsAreWrittenInTheOrderInWhichTheyRun() {
        for (Step.Stage stage : Step.Stage.values()) {
            assertThat(Arrays.stream(Step.values()).filter(step -> step.stage() == stage))
                    .extracting(Step::order)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRequestIsKeyedOnceAfterItsHeadersWereGuarded() {
        assertThat(Step.KEY_REQUEST.stage()).isEqualTo(EDGE);
        assertThat(Step.KEY_REQUEST.order()).isGreaterThan(Step.GUARD_HEADERS.order());
    }

    @Test
    void whoAsksTooOftenIsKnownByTheGuardedAddressAndRefusedBeforeAnythingIsRead() {
        assertThat(Step.LIMIT_CALLERS.order())
                .isGreaterThan(Step.GUARD_HEADERS.order())
                .isLessThan(Step.HOLD_BODY.order());
    }

    @Test
    void aReadCountsAsUnderWayFromItsWholeBodyToItsWholeAnswer() {
        assertThat(Step.ADMIT_READS.stage()).isEqualTo(UPSTREAM);
        assertThat(Step.ADMIT_READS.order())
                .isGreaterThan(Step.WRITE_ANSWER.order())
                .isLessThan(Step.TRY_INSTANCES.order());
    }

    /** Whoever adds a step says here what the picture calls it. */
    @Test
    void thePictureOfTheArchitectureHasEveryStepOfTheEdgeInItsOrder() throws IOException {
        String picture = Files.readString(Path.of("..", "docs", "architecture.md"))
                .transform(page -> page.substring(page.indexOf("edge: "), page.indexOf("│ upstream: ")))
                .replaceAll("[│\\s]+", " ");

        assertThat(picture.strip())
                .isEqualTo(Arrays.stream(Step.values())
                        .filter(step -> step.stage() == EDGE)
                        .map(StepTest::inPicture)
                        .collect(Collectors.joining(", ", "edge: ", "")));
    }

    private static String inPicture(Step step) {
        return switch (step) {
            case NAME_REQUEST -> "name";
            case OBSERVE -> "log";
            case ANSWER_FAULTS -> "faults";
            case FIND_ROUTE -> "route";
            case CHECK_REQUEST -> "checks";
            case GUARD_HEADERS -> "headers";
            case LIMIT_CALLERS -> "limits";
            case KEY_REQUEST -> "key";
            case HOLD_BODY -> "whole body";
            case ANSWER_OPERATOR -> "own routes";
            default -> throw new IllegalArgumentException(step + " is not in the edge's line");
        };
    }

    @Test
    void noFilterOfTheFrameworkIsThereThatWeDoNotKnow() {
        assertThat(all.stream().filter(filter -> !(filter instanceof UpstreamFilter)))
                .extracting(filter -> filter.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "RouteToRequestUrlFilter",
                        "ReactiveLoadBalancerClientFilter",
                        "NettyRoutingFilter",
                        "NettyWriteResponseFilter");
    }
}
