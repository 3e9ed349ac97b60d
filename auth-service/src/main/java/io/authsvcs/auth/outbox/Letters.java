package io.authsvcs.auth.outbox;

import io.authsvcs.auth.token.ActionTokens;
import io.authsvcs.auth.token.ActionTokens.Purpose;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Puts messages into words. Nothing that a stranger typed is among them. */
@Component
class Letters {
    private final ActionTokens tokens;
    private final MessageSettings settings;
    private final InstantSource clock;

    Letters(ActionTokens tokens, MessageSettings settings, InstantSource clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    Letter write(Message message) {
        Purpose purpose = message.action().purpose();
        String token = tokens.of(purpose, message.action().id());
        return new Letter(message.id(), message.recipient(), subject(purpose), text(purpose, token), clock.instant());
    }

    private static String subject(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATE -> "Please confirm your e-mail address";
            case RESET_PASSWORD -> "Your new password";
        };
    }

    private String text(Purpose purpose, String token) {
        return "Hello,\n\n" + occasion(purpose) + "\n\n" + instruction(purpose, token) + "\n\n" + farewell(purpose)
                + "\n";
    }

    private static String occasion(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATE -> "somebody, hopefully you, has registered with this address.";
            case RESET_PASSWORD -> "somebody, hopefully you, has asked for a new password for this address.";
        };
    }

    private String instruction(Purpose purpose, String token) {
        String goal = switch (purpose) {
            case ACTIVATE -> "To confirm it is yours";
            case RESET_PASSWORD -> "To choose one";
        };
        return settings.link(purpose, token)
                        .map(link -> goal + ", please open\n\n" + link
                                + "\n\nor enter this code where you are asked for it:\n\n")
                        .orElse(goal + ", please enter this code where you are asked for it:\n\n")
                + token;
    }

    private static String farewell(Purpose purpose) {
        return switch (purpose) {
            case ACTIVATE -> "It works once. If it wasn't you, there is nothing that you have to do.";
            case RESET_PASSWORD ->
                "It works once, and not for long. If it wasn't you, there is nothing that you have to do:\n"
                        + "your password stays as it is.";
        };
    }
}
