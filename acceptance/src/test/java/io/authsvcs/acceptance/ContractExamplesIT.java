package io.authsvcs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.authsvcs.common.document.Comparison;
import io.authsvcs.common.document.ContractDocument;
import io.authsvcs.common.document.Example;
import io.authsvcs.common.document.Given;
import io.authsvcs.common.document.Replay;
import io.authsvcs.local.Cluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of the documents in docs/contracts, read out of them and sent by curl as they are written. */
@ExtendWith(SharedCluster.class)
class ContractExamplesIT {
    private final Cluster cluster;

    ContractExamplesIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @TestFactory
    Stream<DynamicContainer> everyExampleIsAnsweredAsItsDocumentSays() {
        return examples(example -> !example.isGiven(Given.NO_INSTANCE));
    }

    @TestFactory
    Stream<DynamicContainer> withoutAnInstanceAsWell() {
        Replay replay = replay();
        Stream<DynamicContainer> examples = examples(replay, example -> example.isGiven(Given.NO_INSTANCE));
        cluster.scale(0);
        return examples.onClose(() -> cluster.scale(2));
    }

    private Stream<DynamicContainer> examples(Predicate<Example> which) {
        return examples(replay(), which);
    }

    private static Stream<DynamicContainer> examples(Replay replay, Predicate<Example> which) {
        return ContractDocument.all()
                .map(document -> dynamicContainer(
                        document.name(),
                        document.examples().stream()
                                .filter(which)
                                .map(example -> dynamicTest(example.title(), () -> check(replay, document, example)))));
    }

    private static void check(Replay replay, ContractDocument document, Example example) {
        assertThat(Comparison.differences(example, replay.answerTo(document, example)))
                .as("%s: %s", document, example)
                .isEmpty();
    }

    private Replay replay() {
        return new Replay(new CurlProgram(cluster.url())::send, cluster.adminToken(), this::execute);
    }

    private void execute(String statement) {
        try (Connection connection = DriverManager.getConnection(JdbcUrl.of(cluster));
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }
}
