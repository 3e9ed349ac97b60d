-- What is nobody's may come in floods, and is deleted early.
CREATE INDEX outbox_nobodys ON outbox (created_at) WHERE recipient IS NULL;
CREATE INDEX action_tokens_nobodys ON action_tokens (expires_at) WHERE identity_id IS NULL;
