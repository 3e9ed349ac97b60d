-- What a deleted identity goes back to when it is restored.
ALTER TABLE identities
    ADD COLUMN status_before_deletion text CHECK (status_before_deletion IN ('pending', 'active', 'disabled'));

-- To find the other administrators before one of them goes.
CREATE INDEX identities_administrators ON identities (id) WHERE status = 'active' AND 'admin' = ANY (roles);

CREATE INDEX identities_status ON identities (status, id);

CREATE INDEX audit_events_action ON audit_events (action, at, id);
