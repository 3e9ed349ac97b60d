package io.authsvcs.auth.flow;

import io.authsvcs.auth.factor.Code;

/** What an API does where a password isn't enough. */
public sealed interface SecondStep {
    /** It has no words for it: whoever has a second factor can't log in by it. */
    record None() implements SecondStep {}

    /** It asks for a code, by a challenge. */
    record Later() implements SecondStep {}

    /** The code has come along. */
    record Now(Code code) implements SecondStep {}
}
