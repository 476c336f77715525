-- What the gate decides is repeated here. Pages read as a role that may do nothing but read, and sees of persons only those
-- who ever were on a roll within the reader's reach, and the reader. The program sets the reach for each connection it hands
-- out; without it nothing of a person is visible. Recording runs as the application's own role, which sees everything.

GRANT USAGE ON SCHEMA public, ledger, register TO ${reader};
GRANT SELECT ON ALL TABLES IN SCHEMA ledger, register TO ${reader};
ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT SELECT ON TABLES TO ${reader};
ALTER DEFAULT PRIVILEGES IN SCHEMA register GRANT SELECT ON TABLES TO ${reader};

-- Everything that ever stood above an organisation, itself included: a reach is a few organisations, and this says what
-- lies below them without walking the tree. Coarser than the gate, which asks for one day.
CREATE TABLE register.organization_above (
    organization_id uuid NOT NULL,
    above_id        uuid NOT NULL,
    PRIMARY KEY (organization_id, above_id)
);
CREATE INDEX organization_above_above ON register.organization_above (above_id);

INSERT INTO register.organization_above (organization_id, above_id)
WITH RECURSIVE up (organization_id, above_id) AS (
    SELECT organization_id, organization_id FROM register.organization
     UNION
    SELECT up.organization_id, o.parent_id
      FROM up
      JOIN register.organization o ON o.organization_id = up.above_id
     WHERE o.parent_id IS NOT NULL)
SELECT organization_id, above_id FROM up;

CREATE FUNCTION register.reach() RETURNS uuid[] LANGUAGE sql STABLE
    RETURN coalesce(string_to_array(nullif(current_setting('app.reach', true), ''), ',')::uuid[], '{}');

CREATE FUNCTION register.self() RETURNS uuid LANGUAGE sql STABLE
    RETURN nullif(current_setting('app.self', true), '')::uuid;

ALTER TABLE register.membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.membership TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.membership FOR SELECT TO ${reader}
    USING (person_id = (SELECT register.self())
        OR EXISTS (SELECT FROM register.organization_above a
                    WHERE a.organization_id IN (cell_id, visited_cell)
                      AND a.above_id = ANY ((SELECT register.reach())::uuid[])));

-- A person is there for whom one of the person's days on a roll is there.
ALTER TABLE register.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.person TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.person FOR SELECT TO ${reader}
    USING (person_id = (SELECT register.self())
        OR EXISTS (SELECT FROM register.membership m WHERE m.person_id = person.person_id));

ALTER TABLE register.person_anomaly ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.person_anomaly TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.person_anomaly FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM register.membership m WHERE m.person_id = person_anomaly.person_id));

-- An entry about a person is there with the person, or where an entry ever put the person on a roll within reach: whoever
-- recorded somebody by mistake must be able to see it after taking it back. An entry about organisations alone is no
-- member's data.
CREATE FUNCTION register.is_within(subjects text[]) RETURNS boolean LANGUAGE sql STABLE
    RETURN NOT EXISTS (SELECT FROM unnest(subjects) AS s WHERE s LIKE 'person:%')
        OR EXISTS (SELECT FROM unnest(subjects) AS s
                    WHERE s LIKE 'person:%'
                      AND (s = 'person:' || register.self()
                        OR EXISTS (SELECT FROM register.membership m WHERE m.person_id = substr(s, 8)::uuid)
                        OR EXISTS (SELECT FROM ledger.entry_subject p
                                     JOIN ledger.entry_subject r USING (position)
                                     JOIN register.organization_above a
                                       ON a.organization_id = CASE WHEN r.subject LIKE 'roll:%' THEN substr(r.subject, 6)::uuid END
                                    WHERE p.subject = s AND a.above_id = ANY ((SELECT register.reach())::uuid[]))));

ALTER TABLE ledger.entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON ledger.entry TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON ledger.entry FOR SELECT TO ${reader} USING (register.is_within(subjects));
