package io.authsvcs.local.load;

/** Somebody of the crowd. */
record Person(String id, String email, String password) {
    Person withPassword(String next) {
        return new Person(id, email, next);
    }

    @Override
    public String toString() {
        return "Person " + id;
    }
}
