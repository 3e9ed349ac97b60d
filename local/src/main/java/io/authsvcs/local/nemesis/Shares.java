package io.authsvcs.local.nemesis;

/** Of a thousand deeds, up to which one each kind goes; the rest are refreshes. */
public enum Shares {
    /** As many as can be: most cost no password hash. */
    CHEAP(20, 90, 120, 180, 250, 330, 8),
    /** As many of each, by one client after the other: half of them hash, and others want to log in as well. */
    EVEN(250, 500, 700, 720, 740, 760, 1);

    final int register;
    final int login;
    final int changePassword;
    final int logout;
    final int validate;
    final int validateEnded;
    final int clients;

    Shares(int register, int login, int changePassword, int logout, int validate, int validateEnded, int clients) {
        this.register = register;
        this.login = login;
        this.changePassword = changePassword;
        this.logout = logout;
        this.validate = validate;
        this.validateEnded = validateEnded;
        this.clients = clients;
    }
}
