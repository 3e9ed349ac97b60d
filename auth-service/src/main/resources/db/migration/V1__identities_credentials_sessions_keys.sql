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
    status             text        NOT NULL CHECK (status IN ('pending', 'active', 'disabled', 'deleted')),
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
    -- Raised with every new password: keys that are derived from it die then.
    version       integer     NOT NULL DEFAULT 0,
    updated_at    timestamptz NOT NULL DEFAULT now()
);

-- One login each. expires_at is null where a session has no end. A session's turn counts its refreshes: of its refresh
-- tokens, which are derived and kept nowhere, only that of the present turn may be spent.
CREATE TABLE sessions (
    id             uuid PRIMARY KEY,
    identity_id    uuid        NOT NULL REFERENCES identities (id),
    generation     integer     NOT NULL,
    persistent     boolean     NOT NULL,
    client         text,
    address        text,
    created_at     timestamptz NOT NULL DEFAULT now(),
    last_seen_at   timestamptz NOT NULL DEFAULT now(),
    expires_at     timestamptz,
    ended_at       timestamptz,
    turn           integer     NOT NULL DEFAULT 0,
    refreshed_at   timestamptz
);

CREATE INDEX sessions_identity ON sessions (identity_id, created_at DESC) WHERE ended_at IS NULL;
CREATE INDEX sessions_over ON sessions (least(ended_at, expires_at));

-- What a write led to, by the hash of its idempotency key: a repeat finds it instead of writing again. Kept for a day.
CREATE TABLE idempotency_keys (
    hash           bytea PRIMARY KEY,
    identity_id    uuid        NOT NULL,
    session_id     uuid,
    turn           integer     NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- What happened. Events follow each other by (at, id); refusal is null where something was done.
CREATE TABLE audit_events (
    id         uuid PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    action     text        NOT NULL,
    actor      text,
    subject    uuid,
    target     text,
    refusal    text,
    client     text,
    address    text,
    request_id text        NOT NULL
);

CREATE INDEX audit_events_order ON audit_events (at, id);
CREATE INDEX audit_events_subject ON audit_events (subject, at, id);

-- private_key is encrypted under the master key, which is never here. One key has a number; instances that start
-- together agree on the first by its uniqueness.
CREATE TABLE signing_keys (
    kid         text PRIMARY KEY,
    number      integer     NOT NULL UNIQUE,
    public_key  bytea       NOT NULL,
    private_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
