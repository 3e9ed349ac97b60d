-- What instances may do, where the user of DATABASE_URL isn't the one who migrates (of DATABASE_MIGRATION_URL): this, and
-- nothing else. A table that isn't listed can't be used.
DO $$
DECLARE
    instances text := '${instances}';
    rights record;
BEGIN
    -- One user for both owns everything, and would take it from itself.
    IF instances = current_user THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema() AND pg_has_role(instances, tableowner, 'MEMBER')) THEN
        RAISE EXCEPTION '% may do whatever it likes with the tables: let DATABASE_URL name a user who owns nothing', instances;
    END IF;

    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', current_schema(), instances);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %I FROM %I', current_schema(), instances);
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %I FROM %I', current_schema(), instances);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), instances);

    FOR rights IN SELECT * FROM (VALUES
        ('SELECT, INSERT, UPDATE, DELETE', 'action_tokens'),
        -- What happened stays: upkeep goes by the function.
        ('SELECT, INSERT', 'audit_events'),
        ('EXECUTE', 'FUNCTION forget_audit_events'),
        ('SELECT, INSERT, UPDATE', 'credentials'),
        -- To find that nothing is left to migrate.
        ('SELECT', 'flyway_schema_history'),
        -- Of a column, because FOR UPDATE asks for it.
        ('SELECT, INSERT, DELETE, UPDATE (created_at)', 'idempotency_keys'),
        ('SELECT, INSERT, UPDATE', 'identities'),
        ('USAGE', 'SEQUENCE identities_number_seq'),
        -- Of a column, because FOR UPDATE asks for it.
        ('SELECT, INSERT, DELETE, UPDATE (expires_at)', 'login_challenges'),
        ('SELECT, INSERT, UPDATE, DELETE', 'outbox'),
        ('SELECT, INSERT, UPDATE', 'partners'),
        ('SELECT, INSERT, DELETE', 'recovery_codes'),
        -- Those of a deleted session go with it.
        ('SELECT, INSERT, UPDATE', 'reference_tokens'),
        ('SELECT, INSERT, UPDATE, DELETE', 'second_factors'),
        ('SELECT, INSERT, UPDATE, DELETE', 'sessions'),
        ('SELECT, INSERT, UPDATE', 'signing_keys'),
        ('SELECT, INSERT, UPDATE, DELETE', 'throttles')
    ) AS list (rights, of) LOOP
        EXECUTE format('GRANT %s ON %s TO %I', rights.rights, rights.of, instances);
    END LOOP;
END
$$;
