-- The same as in V042, asked otherwise: planned once for each connection and not for each question, which took longer than all
-- the answers; and the rolls of somebody's entries are read in the entries, where V042 went through the whole index of subjects.

-- Whether an entry filed under a subject ever put somebody on a roll within the reader's reach. Asked by the owner: the entries
-- themselves are only there for whom this is so.
CREATE FUNCTION register.was_within(subject text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
DECLARE
    within constant uuid[] := register.reach();
BEGIN
    RETURN EXISTS (
        SELECT FROM ledger.entry_subject s
          JOIN ledger.entry e USING (position)
         CROSS JOIN LATERAL unnest(e.subjects) AS beside
         CROSS JOIN LATERAL (SELECT FROM register.organization_above a
                              WHERE a.organization_id = substr(beside, 6)::uuid AND a.above_id = ANY (within)
                              LIMIT 1) AS reached
         WHERE s.subject = was_within.subject AND starts_with(beside, 'roll:'));
END
$$;

REVOKE EXECUTE ON FUNCTION register.was_within FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.was_within TO ${reader};

CREATE OR REPLACE FUNCTION register.is_within(subjects text[]) RETURNS boolean LANGUAGE plpgsql STABLE
    SET plan_cache_mode = force_generic_plan
    SET jit = off
AS $$
DECLARE
    one text;
    person uuid;
BEGIN
    FOREACH one IN ARRAY subjects LOOP
        CONTINUE WHEN NOT starts_with(one, 'person:');
        person := substr(one, 8)::uuid;
        IF person = register.self()
            OR EXISTS (SELECT FROM register.membership m WHERE m.person_id = person)
            OR register.was_within(one) THEN
            RETURN true;
        END IF;
    END LOOP;
    RETURN person IS NULL;
END
$$;
