package io.authsvcs.auth.credential;

import io.authsvcs.auth.identity.Identifier.Email;
import io.authsvcs.auth.identity.Identifier.PhoneNumber;
import io.authsvcs.auth.identity.Identifier.UserName;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.NewIdentity;
import io.authsvcs.auth.identity.NormalForm;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody logs in by: whoever guesses at their password knows it, and tries it first. */
public record OwnNames(Optional<String> email, Optional<String> userName, Optional<String> phoneNumber) {
    // Shorter ones are in many a word.
    private static final int SHORTEST = 4;
    private static final int LONGEST_COUNTRY = 3;
    private static final int SHORTEST_NUMBER = 7;

    public static OwnNames of(NewIdentity.Names names) {
        return new OwnNames(
                names.email().map(Email::address),
                names.userName().map(UserName::name),
                names.phoneNumber().map(PhoneNumber::e164));
    }

    public static OwnNames of(Identity.Names names) {
        return new OwnNames(names.email(), names.userName(), names.phoneNumber());
    }

    /** In whatever case and width; a number with or without its country, however its digits are set apart. */
    boolean areIn(Password password) {
        String text = NormalForm.of(password.text());
        return words().anyMatch(text::contains)
                || phoneNumber
                        .filter(number -> digits(text).contains(local(number)))
                        .isPresent();
    }

    private Stream<String> words() {
        Optional<String> address = email.map(NormalForm::of);
        return Stream.of(address, address.map(OwnNames::mailbox), userName.map(NormalForm::of))
                .flatMap(Optional::stream)
                .filter(word -> word.length() >= SHORTEST);
    }

    private static String mailbox(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }

    private static String local(String number) {
        String digits = digits(number);
        return digits.substring(Math.clamp(digits.length() - SHORTEST_NUMBER, 0, LONGEST_COUNTRY));
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
