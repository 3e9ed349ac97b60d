package io.authsvcs.auth.outbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;

/** E-mail addresses as a mail server knows them. */
final class Addresses {
    private Addresses() {}

    /** Whether it is one address, with or without a name. */
    static boolean isMailbox(String text) {
        try {
            return InternetAddress.parse(text, true).length == 1;
        } catch (AddressException malformed) {
            return false;
        }
    }

    /**
     * The address itself: set, not parsed, so that nothing in it is taken for a name, a list or another address.
     *
     * @throws Undeliverable where mail knows no such address
     */
    static InternetAddress of(String address) {
        InternetAddress known = new InternetAddress();
        known.setAddress(withAsciiDomain(address));
        try {
            known.validate();
            if (known.isGroup()) {
                throw new AddressException("A group");
            }
            return known;
        } catch (AddressException malformed) {
            throw new Undeliverable("The address is none that mail could be sent to", malformed);
        }
    }

    private static String withAsciiDomain(String address) {
        int at = address.lastIndexOf('@');
        try {
            return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException malformed) {
            throw new Undeliverable("The address has a domain that can't exist", malformed);
        }
    }
}
