package io.authsvcs.local.command;

import picocli.CommandLine.Command;

@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = "Brings users in from elsewhere, and finds them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  authctl users import users.jsonl            with the passwords that they have",
            "  authctl users find ann@example.com",
        })
final class UsersCommand {}
