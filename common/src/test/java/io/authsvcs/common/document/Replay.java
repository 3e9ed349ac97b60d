package io.authsvcs.common.document;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Sends the examples of a document to a running product, each after what it is given has come true. */
public final class Replay {
    private static final int MANY = 50;

    private final UnaryOperator<Message> sender;
    private final Administrator administrator;
    private final Consumer<String> database;

    /**
     * @param sender sends a request to an instance or a gateway, and returns its answer
     * @param token an administrator's
     * @param database runs a statement in the product's database
     */
    public Replay(UnaryOperator<Message> sender, String token, Consumer<String> database) {
        this.sender = sender;
        this.administrator = new Administrator(sender, token);
        this.database = database;
    }

    /** What is answered to an example's request. */
    public Message answerTo(ContractDocument document, Example example) {
        bringAbout(document, example);
        Blank blank = new Blank(document, example);
        Message request = Blanks.fill(example.request(), blank::value);
        return example.isGiven(Given.OVER_THE_LIMIT) ? sendOften(request) : sendInTurn(request);
    }

    private void bringAbout(ContractDocument document, Example example) {
        List<String> people = document.people();
        database.accept(Forgetting.of(people));
        if (example.isGiven(Given.USER) || example.isGiven(Given.SIGNED_IN)) {
            administrator.importUsers(people);
        } else if (example.isGiven(Given.NOT_ACTIVATED)) {
            administrator.importUsers(Administrator.withStatus(people, "pending"));
        } else if (example.isGiven(Given.DISABLED)) {
            administrator.importUsers(Administrator.withStatus(people, "disabled"));
        } else if (example.isGiven(Given.DELETED)) {
            administrator.importUsers(people);
            administrator.deleteUser(administrator.idOf(people.get(0)));
        }
    }

    /** As long as somebody else's limit doesn't let it in, it waits as it is told. */
    private Message sendInTurn(Message request) {
        Message answer = sender.apply(request);
        if (answer.status() != 429) {
            return answer;
        }
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(500))
                .until(() -> sender.apply(request), later -> later.status() != 429);
    }

    private Message sendOften(Message request) {
        Message answer = sender.apply(request);
        for (int i = 0; i < MANY && answer.status() != 429; i++) {
            answer = sender.apply(request);
        }
        return answer;
    }

    /** What stands for the blanks of one example: those of a session are those of one login. */
    private final class Blank {
        private final Optional<Administrator.Partner> partner;
        private final Optional<Message> login;

        Blank(ContractDocument document, Example example) {
            Optional<Message> first =
                    Optional.of(document.first().request()).filter(request -> example.isGiven(Given.SIGNED_IN));
            this.partner = Stream.concat(first.stream(), Stream.of(example.request()))
                    .filter(request -> Blanks.isIn(Blanks.PARTNER_TOKEN, request))
                    .findFirst()
                    .map(request -> partner(example));
            this.login = first.map(request -> sendInTurn(Blanks.fill(request, this::partnerToken)));
        }

        String value(String name) {
            return name.equals(Blanks.PARTNER_TOKEN) ? partnerToken(name) : ofLogin(name);
        }

        private String ofLogin(String name) {
            Message answer = login.orElseThrow(() -> new IllegalStateException("Nobody signs in for <" + name + ">"));
            return Blanks.valueIn(answer, name)
                    .orElseThrow(() -> new IllegalStateException(
                            "The login that comes first was answered without " + name + ": " + answer));
        }

        private String partnerToken(String name) {
            return partner.map(Administrator.Partner::token)
                    .orElseThrow(() -> new IllegalStateException("Nobody asked for a " + name));
        }

        private Administrator.Partner partner(Example example) {
            Administrator.Partner created = administrator.createPartner();
            if (example.isGiven(Given.DISABLED_PARTNER)) {
                administrator.disable(created);
            }
            return created;
        }
    }
}
