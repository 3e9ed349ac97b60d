package io.authsvcs.local.load;

import java.util.Locale;

/** What a client can want, and how many of a thousand requests want it. */
public enum Operation {
    VALIDATE(740),
    VALIDATE_ENDED(60),
    LOGIN(50),
    ME(35),
    SESSIONS(20),
    AUTHORIZATION_SESSION(20),
    REFRESH(35),
    LOGOUT(32),
    SLIDE_LOGIN(3),
    REGISTER(3),
    CHANGE_PASSWORD(2);

    private final int share;

    Operation(int share) {
        this.share = share;
    }

    int share() {
        return share;
    }

    /** Whether its good answer is a login in the audit trail. */
    public boolean isLogin() {
        return this == LOGIN || this == SLIDE_LOGIN;
    }

    /** As reports call it: {@code change-password}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
