-- Upkeep is all that deletes events, and by this alone: whoever runs their statements as a role with few rights can add to
-- the trail and read it, and has nothing deleted that is younger than a day.
CREATE FUNCTION forget_audit_events(seconds double precision, most integer) RETURNS bigint
    LANGUAGE sql
    SECURITY DEFINER
    -- Whatever the caller's path, no other tables, operators or functions are meant.
    SET search_path = pg_catalog, pg_temp
AS $$
    WITH forgotten AS (
        DELETE FROM "${flyway:defaultSchema}".audit_events WHERE id IN (
            SELECT id FROM "${flyway:defaultSchema}".audit_events
            WHERE at < now() - make_interval(secs => greatest(seconds, 86400))
            ORDER BY at LIMIT most FOR UPDATE SKIP LOCKED)
        RETURNING id)
    SELECT count(*) FROM forgotten
$$;

REVOKE ALL ON FUNCTION forget_audit_events FROM PUBLIC;
