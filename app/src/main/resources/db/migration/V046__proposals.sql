-- What a cell proposed and the competent committee has to decide, never both by the same account. See V042 for the reach.

CREATE TABLE register.proposal (
    proposal_id uuid        NOT NULL PRIMARY KEY,
    person_id   uuid        NOT NULL,
    cell_id     uuid        NOT NULL,
    code        text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    proposed_by text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('open', 'decided', 'returned')),
    closed_at   timestamptz,
    closed_by   text,
    reason      text
);

CREATE INDEX proposal_open ON register.proposal (cell_id) WHERE state = 'open';

ALTER TABLE register.proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.proposal TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.proposal FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM register.organization_above a
                    WHERE a.organization_id = cell_id
                      AND a.above_id = ANY ((SELECT register.reach())::uuid[])));
