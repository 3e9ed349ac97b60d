-- How often passwords were tried, of late: one row for each network, account, password or browser of which there is anything
-- to say, under a hash of what it is. A row that has drained says nothing, and is deleted some minutes later.
CREATE TABLE throttles (
    key         bytea PRIMARY KEY,
    -- Each try puts it off by what it counts for. A try for which there is no room would put it off for ever.
    drained_at  timestamptz NOT NULL CONSTRAINT throttles_room CHECK (drained_at < 'infinity'),
    -- When whoever was told to come again will be let in.
    promised_at timestamptz
);

CREATE INDEX throttles_drained ON throttles (drained_at);
