-- A second factor (RFC 6238), one for each identity at most, with another id for each secret. It is pending until its owner
-- has shown a first code, and active from then on: identities has its id.
CREATE TABLE second_factors (
    id           uuid PRIMARY KEY,
    identity_id  uuid        NOT NULL REFERENCES identities (id),
    -- Encrypted under the master key, for this id of its owner alone.
    secret       bytea       NOT NULL,
    -- The last half minute since 1970 whose code was spent: only later ones are good.
    last_step    bigint      NOT NULL DEFAULT -1,
    begun_at     timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz,
    CONSTRAINT second_factors_identity_unique UNIQUE (identity_id)
);

-- To delete the factor is all that it takes to be rid of it.
ALTER TABLE identities ADD COLUMN second_factor_id uuid REFERENCES second_factors (id) ON DELETE SET NULL;
CREATE INDEX identities_second_factor ON identities (second_factor_id) WHERE second_factor_id IS NOT NULL;

-- By SHA-256 alone: they are 120 random bits, which nobody finds by trying. One that was used is gone.
CREATE TABLE recovery_codes (
    factor_id uuid  NOT NULL REFERENCES second_factors (id) ON DELETE CASCADE,
    hash      bytea NOT NULL,
    PRIMARY KEY (factor_id, hash)
);

-- Logins of which the password was proved and nothing else; what is in the token is derived from the id, and kept nowhere.
-- One that was used is gone; one is dead when its owner's sessions have ended since, as with another password, or when their
-- factor is another one (null: none).
CREATE TABLE login_challenges (
    id               uuid PRIMARY KEY,
    identity_id      uuid        NOT NULL REFERENCES identities (id),
    generation       integer     NOT NULL,
    factor_id        uuid,
    -- What was wished for of the session; null leaves it to the settings.
    duration_seconds double precision,
    persistent       boolean     NOT NULL,
    expires_at       timestamptz NOT NULL
);

CREATE INDEX login_challenges_expiry ON login_challenges (expires_at);

-- How a session was opened, in RFC 8176's words.
ALTER TABLE sessions ADD COLUMN methods text NOT NULL DEFAULT 'pwd';
