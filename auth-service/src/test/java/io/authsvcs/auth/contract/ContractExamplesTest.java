package io.authsvcs.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.authsvcs.auth.TestDatabase;
import io.authsvcs.auth.TestInstance;
import io.authsvcs.auth.api.TestApi;
import io.authsvcs.common.document.Comparison;
import io.authsvcs.common.document.ContractDocument;
import io.authsvcs.common.document.Example;
import io.authsvcs.common.document.Given;
import io.authsvcs.common.document.Replay;
import io.authsvcs.common.document.Sender;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every example of docs/contracts, asked of an instance, which answers without the envelope. */
@org.junit.jupiter.api.TestInstance(Lifecycle.PER_CLASS)
class ContractExamplesTest {
    private final String database = TestDatabase.create();
    private final TestInstance instance = TestInstance.start(database);
    private final Replay replay = new Replay(
            new Sender(URI.create(instance.url()))::send,
            administrator(),
            statement -> TestDatabase.execute(database, statement));

    @AfterAll
    void close() {
        instance.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyExampleIsAnsweredAsItsDocumentSays() {
        return ContractDocument.all()
                .map(document -> dynamicContainer(
                        document.name(),
                        document.examples().stream()
                                .filter(example -> example.givens().stream().noneMatch(Given::isOfTheGateway))
                                .map(example -> dynamicTest(example.title(), () -> check(document, example)))));
    }

    private void check(ContractDocument document, Example example) {
        assertThat(Comparison.differences(example.bare(), replay.answerTo(document, example)))
                .as("%s: %s", document, example)
                .isEmpty();
    }

    private String administrator() {
        return TestApi.json(new TestApi(instance)
                        .post(
                                "/v1/auth/login",
                                Map.of("email", TestInstance.ADMIN_EMAIL, "password", TestInstance.ADMIN_PASSWORD)))
                .get("token")
                .stringValue();
    }
}
