-- A member's result is there with the member; see V042. The cell of the result is looked at first: a report asks for the
-- results of its own cells, and then nothing else has to be read.

ALTER TABLE register.member_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.member_review TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.member_review FOR SELECT TO ${reader}
    USING (person_id = (SELECT register.self())
        OR EXISTS (SELECT FROM register.organization_above a
                    WHERE a.organization_id = member_review.cell_id
                      AND a.above_id = ANY ((SELECT register.reach())::uuid[]))
        OR EXISTS (SELECT FROM register.membership m WHERE m.person_id = member_review.person_id));
