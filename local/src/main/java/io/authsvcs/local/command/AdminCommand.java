package io.authsvcs.local.command;

import picocli.CommandLine.Command;

@Command(name = "admin", mixinStandardHelpOptions = true, description = "What the local administrator may do.")
final class AdminCommand {}
