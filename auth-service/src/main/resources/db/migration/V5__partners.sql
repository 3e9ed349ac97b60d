-- Machine clients. Their tokens are known by SHA-256 alone; the previous one is good until previous_until.
CREATE TABLE partners (
    id                  text PRIMARY KEY,
    name                text        NOT NULL,
    -- The normal form by which names are compared.
    name_key            text        NOT NULL,
    status              text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
    token_hash          bytea       NOT NULL,
    previous_token_hash bytea,
    previous_until      timestamptz,
    created_at          timestamptz NOT NULL DEFAULT now(),
    rotated_at          timestamptz,
    CONSTRAINT partners_name_unique UNIQUE (name_key),
    CONSTRAINT partners_token_unique UNIQUE (token_hash)
);
