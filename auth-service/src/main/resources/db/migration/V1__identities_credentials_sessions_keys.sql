-- Who: the columns *_key hold the normal form by which an identifier is compared.
CREATE TABLE identities (
    id                 uuid PRIMARY KEY,
    email              text,
    email_key          text,
    phone_number       text,
    user_name          text,
    user_name_key      text,
    first_name         text,
    last_name          text,
    company            text,
    roles              text[]      NOT NULL,
    status             text        NOT NULL CHECK (status IN ('active', 'disabled', 'deleted')),
    -- A session lives only while it carries this number: raising it ends all of them in one row.
    session_generation integer     NOT NULL DEFAULT 0,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT identities_email_unique UNIQUE (email_key),
    CONSTRAINT identities_phone_number_unique UNIQUE (phone_number),
    CONSTRAINT identities_user_name_unique UNIQUE (user_name_key)
);

-- Proof: a PHC string, so that its parameters can rise with the years.
CREATE TABLE credentials (
    identity_id   uuid PRIMARY KEY REFERENCES identities (id),
    password_hash text        NOT NULL,
    updated_at    timestamptz NOT NULL DEFAULT now()
);

-- One login each. expires_at is null where a session has no end.
CREATE TABLE sessions (
    id          uuid PRIMARY KEY,
    identity_id uuid        NOT NULL REFERENCES identities (id),
    generation  integer     NOT NULL,
    persistent  boolean     NOT NULL,
    client      text,
    address     text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz,
    ended_at    timestamptz
);

CREATE INDEX sessions_identity ON sessions (identity_id);

-- Only the SHA-256 of a refresh token is kept.
CREATE TABLE refresh_tokens (
    hash       bytea PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES sessions (id),
    issued_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

-- private_key is encrypted under the master key, which is never here. One key has a number; instances that start
-- together agree on the first by its uniqueness.
CREATE TABLE signing_keys (
    kid         text PRIMARY KEY,
    number      integer     NOT NULL UNIQUE,
    public_key  bytea       NOT NULL,
    private_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
