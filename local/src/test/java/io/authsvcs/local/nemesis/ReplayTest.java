package io.authsvcs.local.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.fault.Fault;
import io.authsvcs.local.load.Answer;
import io.authsvcs.local.load.Caller;
import io.authsvcs.local.load.Reply;
import io.authsvcs.local.load.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of broken promise is found out, by a journal and a gateway that do not agree. */
class ReplayTest {
    private static final String ANN = "ann@example.com";
    private static final String FIRST = "purple monkey 1";
    private static final String SECOND = "purple monkey 2";

    @TempDir
    private Path folder = Path.of("");

    private FakeAccounts gateway;
    private Caller caller;
    private Journal journal;

    @BeforeEach
    void start() throws IOException {
        gateway = FakeAccounts.start();
        caller = new Caller(gateway.urls());
        journal = Journal.create(file());
    }

    @AfterEach
    void stop() {
        journal.close();
        caller.close();
        gateway.close();
    }

    @Test
    void wherePromisesWereKeptNothingIsBroken() {
        Gain home = register();
        Gain work = acknowledged(Deed.LOGIN, "work", "", Calls.login(ANN, FIRST));
        acknowledged(Deed.LOGOUT, "work", "", Calls.logout(work.token()));
        Gain turned = acknowledged(Deed.REFRESH, "home", "", Calls.refresh(home.refresh()));
        acknowledged(Deed.CHANGE_PASSWORD, "new", SECOND, Calls.changePassword(turned.token(), FIRST, SECOND));

        assertThat(broken()).isEmpty();
    }

    @Test
    void aLostRegistrationIsFoundOut() {
        register();
        gateway.passwords.clear();

        assertThat(broken()).singleElement().asString().startsWith("The password that was acknowledged last does not");
    }

    @Test
    void aLostChangeOfPasswordIsFoundOut() {
        Gain home = register();
        acknowledged(Deed.CHANGE_PASSWORD, "new", SECOND, Calls.changePassword(home.token(), FIRST, SECOND));
        gateway.passwords.put(ANN, Set.of(FIRST));

        assertThat(broken())
                .hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).contains("acknowledged last does not log in"))
                .anySatisfy(sentence -> assertThat(sentence).contains("A password logs in that was changed."));
    }

    @Test
    void aPasswordThatOutlivesItsChangeIsFoundOut() {
        Gain home = register();
        acknowledged(Deed.CHANGE_PASSWORD, "new", SECOND, Calls.changePassword(home.token(), FIRST, SECOND));
        gateway.passwords.put(ANN, Set.of(FIRST, SECOND));

        assertThat(broken()).singleElement().asString().startsWith("A password logs in that was changed.");
    }

    @Test
    void aSessionThatOutlivesTheChangeOfItsPasswordIsFoundOut() {
        Gain home = register();
        acknowledged(Deed.CHANGE_PASSWORD, "new", SECOND, Calls.changePassword(home.token(), FIRST, SECOND));
        gateway.valid.put(home.token(), "home");

        assertThat(broken()).singleElement().asString().contains("session's end was acknowledged");
    }

    @Test
    void aLostLogoutIsFoundOut() {
        Gain home = register();
        acknowledged(Deed.LOGOUT, "home", "", Calls.logout(home.token()));
        gateway.valid.put(home.token(), "home");

        assertThat(broken()).singleElement().asString().contains("session's end was acknowledged");
    }

    @Test
    void aSessionThatIsLostIsFoundOut() {
        register();
        gateway.valid.clear();

        assertThat(broken()).singleElement().asString().startsWith("The newest token of a session that lives");
    }

    @Test
    void aLostRefreshIsFoundOut() {
        Gain home = register();
        acknowledged(Deed.REFRESH, "home", "", Calls.refresh(home.refresh()));
        gateway.refreshable.clear();

        assertThat(broken()).singleElement().asString().startsWith("The newest refresh token of a session that lives");
    }

    @Test
    void anUnknownRefreshMayHaveBeenDoneOrNot() {
        Gain home = register();
        Intent done = unknown(Deed.REFRESH, "home", "");
        send(Calls.refresh(home.refresh()).under(done.key()));
        Gain work = acknowledged(Deed.LOGIN, "work", "", Calls.login(ANN, FIRST));
        unknown(Deed.REFRESH, "work", "");

        assertThat(work.isPair()).isTrue();
        assertThat(broken()).isEmpty();
    }

    @Test
    void anUnknownRefreshThatLedNowhereIsFoundOut() {
        register();
        unknown(Deed.REFRESH, "home", "");
        gateway.refreshable.clear();

        assertThat(broken()).singleElement().asString().startsWith("A refresh whose outcome is unknown gets no pair");
    }

    @Test
    void aRefreshOfTwoOutcomesIsFoundOut() {
        register();
        unknown(Deed.REFRESH, "home", "");
        gateway.forgetOutcomes();

        assertThat(new SessionQuestions(asker()).broken(history()))
                .containsExactly("A refresh has two outcomes under the same key.");
    }

    @Test
    void aSessionOfAnUnknownRefreshEndsWithItsPasswordToo() {
        Gain home = register();
        Gain work = acknowledged(Deed.LOGIN, "work", "", Calls.login(ANN, FIRST));
        unknown(Deed.REFRESH, "work", "");
        acknowledged(Deed.CHANGE_PASSWORD, "new", SECOND, Calls.changePassword(home.token(), FIRST, SECOND));
        gateway.valid.put(work.token(), "work");

        assertThat(broken()).singleElement().asString().contains("session's end was acknowledged");
    }

    @Test
    void anUnknownChangeOfPasswordMayHaveBeenDoneOrNot() {
        register();
        unknown(Deed.CHANGE_PASSWORD, "new", SECOND);
        assertThat(brokenPasswords()).isEmpty();

        gateway.passwords.put(ANN, Set.of(SECOND));
        assertThat(brokenPasswords()).isEmpty();
    }

    @Test
    void anUnknownChangeOfPasswordThatLeftBothOrNoneIsFoundOut() {
        register();
        unknown(Deed.CHANGE_PASSWORD, "new", SECOND);
        gateway.passwords.put(ANN, Set.of(FIRST, SECOND));
        assertThat(brokenPasswords()).singleElement().asString().contains("not exactly one logs in");

        gateway.passwords.put(ANN, Set.of());
        assertThat(brokenPasswords()).singleElement().asString().contains("not exactly one logs in");
    }

    @Test
    void anUnknownRegistrationMayHaveBeenDoneOrNot() {
        unknown(Deed.REGISTER, "home", FIRST);
        assertThat(broken()).isEmpty();

        assertThat(gateway.ids).containsKey(ANN);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aRegistrationThatWasDoneByHalfIsFoundOut() {
        unknown(Deed.REGISTER, "home", FIRST);
        gateway.ids.put(ANN, "1");

        assertThat(broken()).singleElement().asString().contains("was done by half");
    }

    @Test
    void anUnknownLogoutMayHaveBeenDoneOrNot() {
        Gain home = register();
        unknown(Deed.LOGOUT, "home", "");
        assertThat(broken()).isEmpty();

        assertThat(send(Calls.logout(home.token())).status()).isEqualTo(200);
        assertThat(new SessionQuestions(asker()).broken(history())).isEmpty();
    }

    @Test
    void aSecondEffectIsFoundOut() {
        Gain home = register();
        gateway.tamper(home.id(), Deed.LOGIN, 1);

        assertThat(broken())
                .singleElement()
                .asString()
                .startsWith("0 × login was acknowledged and 0 are unknown, and the audit trail has 1.");
    }

    @Test
    void anEffectThatTheTrailHasLostIsFoundOut() {
        Gain home = register();
        gateway.tamper(home.id(), Deed.REGISTER, -1);

        assertThat(broken()).singleElement().asString().startsWith("1 × register was acknowledged");
    }

    @Test
    void anUnknownLoginIsInTheTrailOnceAtMost() {
        Gain home = register();
        unknown(Deed.LOGIN, "work", "");
        assertThat(new AuditQuestions(gateway).broken(history())).isEmpty();

        gateway.tamper(home.id(), Deed.LOGIN, 1);
        assertThat(new AuditQuestions(gateway).broken(history())).isEmpty();

        gateway.tamper(home.id(), Deed.LOGIN, 1);
        assertThat(new AuditQuestions(gateway).broken(history())).hasSize(1);
    }

    @Test
    void aRefusalOfWhatWasRightIsFoundOut() {
        journal.write(Entry.refused(intent(Deed.LOGIN, "work", ""), "401"));

        assertThat(replayed().broken()).singleElement().asString().contains("was right, and was refused: 401");
    }

    @Test
    void aTokenThatWasValidAfterItsEndIsFoundOut() {
        journal.write(Entry.untrue(intent(Deed.VALIDATE, "", ""), "A token was not said to be invalid"));

        assertThat(replayed().broken()).singleElement().asString().startsWith("A token was not said to be invalid");
    }

    @Test
    void whatWasBegunAndNoMoreIsUnknown() {
        journal.write(Entry.begun(intent(Deed.LOGIN, "work", "")));

        assertThat(history().count(Deed.LOGIN)).isEqualTo(new Acknowledged(0, 1));
    }

    @Test
    void anAuditTrailThatCannotBeReadIsFoundOut() {
        register();
        Trail none = id -> {
            throw Fault.failed("gateway", "No answer.", "Look.");
        };

        assertThat(new Replay(asker(), none).broken(replayed().histories()))
                .singleElement()
                .asString()
                .contains("could not be asked");
    }

    @Test
    void aGatewayThatTellsNothingKeepsNothing() {
        register();
        gateway.loseAnswers((path, number) -> true);

        assertThat(broken()).hasSize(2);
    }

    private List<String> broken() {
        return new Replay(asker(), gateway).broken(replayed().histories());
    }

    @Test
    void aFailureIsNoAnswer() {
        assertThat(Asker.answerIn(new Reply.Given(new Answer(500, false, "{}"))))
                .isEmpty();
        assertThat(Asker.answerIn(new Reply.Given(new Answer(401, false, "{}"))))
                .isPresent();
        assertThat(Calls.saysInvalid(new Answer(401, false, "{\"result\":{\"isValid\":false}}")))
                .isFalse();
    }

    private List<String> brokenPasswords() {
        return new PasswordQuestions(asker()).broken(history());
    }

    private Asker asker() {
        return new Asker(caller, Duration.ofMillis(200));
    }

    private Ledger replayed() {
        return Ledger.replayed(file());
    }

    private History history() {
        return replayed().histories().iterator().next();
    }

    private Gain register() {
        return acknowledged(Deed.REGISTER, "home", FIRST, Calls.register(ANN, FIRST));
    }

    private Gain acknowledged(Deed deed, String session, String password, Request request) {
        Intent intent = intent(deed, session, password);
        Gain gain = Gain.of(send(request.under(intent.key())));
        journal.write(Entry.begun(intent));
        journal.write(Entry.acknowledged(intent, gain));
        return gain;
    }

    private Intent unknown(Deed deed, String session, String password) {
        Intent intent = intent(deed, session, password);
        journal.write(Entry.begun(intent));
        journal.write(Entry.unknown(intent, "503"));
        return intent;
    }

    private Answer send(Request request) {
        return asker().ask(request).orElseThrow();
    }

    private static Intent intent(Deed deed, String session, String password) {
        return new Intent(UUID.randomUUID().toString(), deed, ANN, session, password);
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }
}
