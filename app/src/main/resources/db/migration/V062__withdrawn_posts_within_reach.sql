-- Whoever may see a committee also sees which of its entries were taken back; without it a post would seem to stand. What
-- is filed under an organisation and taken back is an act about the organisation or its committee, no member's file.

DROP POLICY committees ON ledger.entry;
CREATE POLICY committees ON ledger.entry FOR SELECT TO ${reader}
    USING ((type LIKE 'committee.%' OR type = 'ledger.withdrawn.v1')
       AND EXISTS (SELECT FROM unnest(subjects) AS s
                     JOIN register.organization_above a ON s = 'organization:' || a.organization_id
                    WHERE a.above_id = ANY ((SELECT register.committee_reach())::uuid[])));
