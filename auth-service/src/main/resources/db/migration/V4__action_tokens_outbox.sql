-- What a message to somebody's address allows, once. The token in it is derived from the id, and kept nowhere.
-- Whoever asks for a message to an address that is nobody's gets rows as well, of which nothing follows: what is written
-- tells as little as what is answered.
CREATE TABLE action_tokens (
    id                 uuid PRIMARY KEY,
    purpose            text        NOT NULL,
    -- Null: nobody's. Without a reference, whose check would take its time for somebody's alone.
    identity_id        uuid,
    -- As they were when it was sent: with another address or another password (-1: without one) it is dead.
    email_key          text,
    credential_version integer     NOT NULL,
    created_at         timestamptz NOT NULL DEFAULT now(),
    expires_at         timestamptz NOT NULL,
    used_at            timestamptz
);

CREATE INDEX action_tokens_identity ON action_tokens (identity_id, created_at);
CREATE INDEX action_tokens_expiry ON action_tokens (expires_at);

-- Messages that are to be delivered, written with the change that they tell of. Whoever takes one for delivery puts off
-- the moment at which it is due, by more than a delivery lasts: if they die, it comes back. Delivered ones are deleted,
-- those that were given up stay for a week.
CREATE TABLE outbox (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL,
    -- Null: nobody.
    recipient  text,
    action_id  uuid        NOT NULL,
    tries      integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL DEFAULT now(),
    failed_at  timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX outbox_due ON outbox (due_at) WHERE failed_at IS NULL;
CREATE INDEX outbox_age ON outbox (created_at);
