package io.authsvcs.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.authsvcs.local.Cluster;
import io.authsvcs.local.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by whoever asks for help, and by whoever types what makes no sense. */
class UsageTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpTeachesCommandsExamplesAndExitCodes() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString())
                .contains(
                        "up",
                        "down",
                        "status",
                        "scale",
                        "restart",
                        "drain",
                        "undrain",
                        "kill",
                        "chaos",
                        "attack",
                        "bench",
                        "logs",
                        "admin",
                        "users",
                        "partners",
                        "keys",
                        "audit")
                .contains("authctl kill auth-1", "authctl drain auth-1", "authctl up --gateways 2")
                .contains("4   the gateway's port is taken");
    }

    @Test
    void withoutACommandItHelps() {
        assertThat(run()).isZero();
        assertThat(out.toString()).startsWith("Usage: authctl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "scale",
                "restart",
                "drain",
                "undrain",
                "kill",
                "chaos",
                "attack",
                "bench",
                "logs",
                "admin",
                "users import",
                "users find",
                "partners create",
                "partners list",
                "partners rotate",
                "partners disable",
                "partners enable",
                "keys list",
                "keys rotate",
                "keys revoke",
                "breach-list build",
                "audit tail",
                "help"
            })
    void everyCommandHasHelpOfItsOwn(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: authctl " + command);
    }

    @Test
    void theHelpOfTheImportNamesEveryFieldOfALine() {
        run("help", "users", "import");

        assertThat(out.toString())
                .contains("userID", "email", "phoneNumber", "userName", "firstName", "lastName", "company", "roles")
                .contains("status", "password", "passwordHash", "number (", "attributes (");
    }

    @Test
    void anUnknownCommandIsAMatterOfUsage() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no command upp.")
                .contains("Did you mean authctl up?")
                .contains("See: authctl --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upp --help", "--help upp", "help upp"})
    void anUnknownCommandHasNoHelp(String command) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("There is no command upp.")
                .contains("See: authctl --help")
                .doesNotContain("Usage:");
    }

    @Test
    void anUnknownCommandOfUsersIsToldSoByUsers() {
        assertThat(run("users", "finnd", "--help")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no command finnd.").contains("See: authctl users --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up", "users", "users find", "keys rotate"})
    void helpIsACommandToo(String command) {
        run((command + " --help").strip().split(" "));
        String help = out.toString();

        assertThat(run(("help " + command).split(" "))).isZero();
        assertThat(out.toString()).isEqualTo(help + help);
    }

    @ParameterizedTest
    @CsvSource({
        "up --nope, There is no option --nope., authctl up",
        "partners create shop --nope, There is no option --nope., authctl partners create",
        "drain, Missing required parameter: 'NAME'., authctl drain",
        "kill, Missing required parameter: 'NAME'., authctl kill",
        "kill auth-1 auth-2, Can't take auth-2 as well., authctl kill",
        "admin, Missing required subcommand., authctl admin"
    })
    void whatIsNotUnderstoodCostsASentenceAndAPointerToTheHelp(String line, String sentence, String command) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("authctl: " + sentence, "See: " + command + " --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--datbase=postgresql://ann:secret@db/d", "--datbase postgresql://ann:secret@db/d"})
    void aMisspeltOptionIsNamedWithoutWhatMayBeASecret(String option) {
        assertThat(run(("up " + option).split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no option --datbase.")
                .contains("Did you mean --database?")
                .doesNotContain("secret");
    }

    @Test
    void aWrongOptionBesideHelpIsHelped() {
        assertThat(run("up", "--nope", "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: authctl up");
    }

    @ParameterizedTest
    @CsvSource({
        "logs -n -5, --lines, '0 or more'",
        "logs -n five, --lines, '0 or more'",
        "audit tail -n -5, -n, '0 or more'",
        "audit tail -n 99999999999, -n, '0 or more'",
        "up --auth two, --auth, from 1 to 20",
        "up --auth 2.5, --auth, from 1 to 20",
        "up --auth 0, --auth, from 1 to 20",
        "up --auth 21, --auth, from 1 to 20",
        "up --gateways 6, --gateways, from 1 to 5",
        "up --gateways 0, --gateways, from 1 to 5",
        "up --registries 4, --registries, from 1 to 3",
        "up --registries 0, --registries, from 1 to 3",
        "up --port 65536, --port, from 0 to 65535",
        "up --port http, --port, from 0 to 65535",
        "scale two, N, from 0 to 20",
        "scale 21, N, from 0 to 20",
        "scale -1, N, from 0 to 20",
        "chaos kill --rate 0, --rate, from 1 to 10000",
        "chaos kill --seconds long, --seconds, '0 or more'",
        "chaos kill --times 0, --times, from 1 to 10000000",
        "breach-list build a b --one-in 1, --one-in, from 2 to 1000000000",
        "partners rotate ID --overlap -1, --overlap, from 0 to 604800",
        "partners rotate ID --overlap long, --overlap, from 0 to 604800"
    })
    void aWrongNumberIsAnsweredWithWhatCameAndWhatWasExpected(String line, String taker, String expected) {
        String came = line.substring(line.lastIndexOf(' ') + 1);

        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .contains("Can't take " + came + " for " + taker + ".")
                .containsPattern("Take a whole number,? " + expected + "\\. See: authctl .* --help")
                .hasLineCount(2);
    }

    private int run(String... arguments) {
        Console console = Console.plain(new PrintWriter(out, true), new PrintWriter(err, true));
        return new Authctl(console, progress -> Cluster.in(folder), Map.of()).run(arguments);
    }
}
