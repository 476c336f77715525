-- Who holds which post is seen by everyone who may see the committee, whether or not the files of the holders may be read;
-- see V042. The second reach is that of the right to see committees.

CREATE FUNCTION register.committee_reach() RETURNS uuid[] LANGUAGE sql STABLE
    RETURN coalesce(string_to_array(nullif(current_setting('app.committees', true), ''), ',')::uuid[], '{}');

CREATE POLICY posts ON register.person FOR SELECT TO ${reader}
    USING (EXISTS (SELECT FROM register.post p
                     JOIN register.organization_above a ON a.organization_id = p.organization_id
                    WHERE p.person_id = person.person_id
                      AND a.above_id = ANY ((SELECT register.committee_reach())::uuid[])));

CREATE POLICY committees ON ledger.entry FOR SELECT TO ${reader}
    USING (type LIKE 'committee.%'
       AND EXISTS (SELECT FROM unnest(subjects) AS s
                     JOIN register.organization_above a ON s = 'organization:' || a.organization_id
                    WHERE a.above_id = ANY ((SELECT register.committee_reach())::uuid[])));
