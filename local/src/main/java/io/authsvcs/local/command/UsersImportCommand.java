package io.authsvcs.local.command;

import io.authsvcs.local.administration.RefusedLine;
import io.authsvcs.local.administration.Users;
import io.authsvcs.local.console.Console;
import io.authsvcs.local.console.Meter;
import io.authsvcs.local.importing.ImportReport;
import io.authsvcs.local.importing.RefusedLines;
import io.authsvcs.local.importing.UserImport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports users from a file of any size, a JSON object a line. Every line is imported, is there already (and"
                    + " stays as it is), or is refused with a reason; none stops the others, so an import can be repeated.",
            "A line has any of userID, email, phoneNumber, userName, firstName, lastName, company, roles, status (active,"
                    + " pending, disabled), password or passwordHash, number (the altegio API's id, 1 to 999999999), and"
                    + " attributes (avatar, tagLine, type, objectId, belongsTo, integrations); an email or a phoneNumber"
                    + " there has to be."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  {\"email\":\"ann@example.com\",\"passwordHash\":\"$2b$12$…\",\"roles\":[\"user\"]}",
            "  {\"phoneNumber\":\"+18054900836\",\"firstName\":\"Bob\",\"passwordHash\":\"{sha1}…\"}",
            "",
            "  authctl users import users.jsonl",
            "  zcat users.jsonl.gz | authctl users import - --refused refused.jsonl",
            "",
            "A passwordHash is {md5}HEX, {sha1}HEX, {sha256}HEX, salted {smd5}BASE64, {ssha}BASE64, {ssha256}BASE64, bcrypt,"
                    + " Argon2, scrypt or PBKDF2. Each is replaced by a better one at its user's first login.",
            "A password is hashed by the cluster, which takes some ten milliseconds each; passwordHashes come in faster.",
            "--json prints {\"imported\", \"existing\", \"refused\": [{\"line\", \"reason\", \"errors\": [{\"field\","
                    + " \"reason\"}]}]}.",
            "Exit code 0: no line was refused, 7: some were."
        })
final class UsersImportCommand implements Callable<Integer> {
    private final Authctl authctl;

    @Parameters(paramLabel = "FILE", description = "A file of JSON lines; - is standard input.")
    private String file = ImportFile.STANDARD_INPUT;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description =
                    "Write all refused lines there, as JSON lines of line number, reason and errors; without it the"
                            + " first 20 are shown.")
    private Optional<Path> kept = Optional.empty();

    @Option(names = "--json", description = "Print the outcome as JSON, for scripts, and no progress.")
    private boolean json;

    UsersImportCommand(Authctl authctl) {
        this.authctl = authctl;
    }

    @Override
    public Integer call() {
        try (ImportFile source = ImportFile.open(file, authctl.console().in());
                RefusedLines refused = kept.map(RefusedLines::in).orElseGet(RefusedLines::passing)) {
            Users users = authctl.cluster().administration().users();
            ImportReport report = run(source, users, refused);
            show(report, refused);
            return report.refused() == 0 ? ExitCode.WELL : ExitCode.REFUSED;
        }
    }

    private ImportReport run(ImportFile source, Users users, RefusedLines refused) {
        Console console = authctl.console();
        try (Meter meter = json ? Meter.silent() : console.meter("import", source.size())) {
            return new UserImport(users, refused, meter::at).run(source.stream());
        }
    }

    private void show(ImportReport report, RefusedLines refused) {
        if (json) {
            ImportJson.print(report, refused, authctl.console().out());
        } else {
            refused.first().stream().map(RefusedLine::sentence).forEach(authctl.console()::remark);
            more(report, refused).ifPresent(authctl.console()::remark);
            authctl.console()
                    .print("Imported " + report.imported() + ", existing " + report.existing() + ", refused "
                            + report.refused() + ".");
        }
    }

    private Optional<String> more(ImportReport report, RefusedLines refused) {
        long hidden = report.refused() - refused.first().size();
        return hidden == 0
                ? Optional.empty()
                : Optional.of(kept.map(path -> "… and " + hidden + " more, all in " + path + ".")
                        .orElse("… and " + hidden + " more. Repeat it with --refused FILE to have all of them there."));
    }
}
