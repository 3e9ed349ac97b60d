package io.authsvcs.local.command;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "What happened: who did what to whom, from where, and what came of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  authctl audit tail                          the last 20 events, and those that come",
            "  authctl audit tail -n 100 --no-follow       the last 100",
            "  authctl audit tail --action login --json    log-ins, for a script",
        })
final class AuditCommand {}
