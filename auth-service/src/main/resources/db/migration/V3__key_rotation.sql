-- A key is published before it signs (signs_from), and verifies until the last token that it signed is out
-- (verifies_until, known once its successor is). Its private half goes as soon as it signs no more, the rest stays to be
-- looked at.
ALTER TABLE signing_keys ADD COLUMN signs_from timestamptz NOT NULL DEFAULT now();
ALTER TABLE signing_keys ADD COLUMN verifies_until timestamptz;
ALTER TABLE signing_keys ADD COLUMN revoked_at timestamptz;
ALTER TABLE signing_keys ALTER COLUMN private_key DROP NOT NULL;

UPDATE signing_keys SET signs_from = created_at;

-- What every instance reads all the time.
CREATE INDEX signing_keys_in_service ON signing_keys (verifies_until) WHERE revoked_at IS NULL;
