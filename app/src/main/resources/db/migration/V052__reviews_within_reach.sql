-- A member's result is there with the member; see V042.

ALTER TABLE register.member_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.member_review TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.member_review FOR SELECT TO ${reader}
    USING (person_id = (SELECT register.self())
        OR EXISTS (SELECT FROM register.membership m WHERE m.person_id = member_review.person_id));
