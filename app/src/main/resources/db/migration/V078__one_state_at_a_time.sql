-- One state at a time, as before, but held by an index on an expression. An index on the days alone was taken for a way to the
-- rows of a day: how many days a period holds is not shown to the planner where rows are kept from readers, it expects one in
-- two hundred, and the pages of one cell went through the days of everyone.

ALTER TABLE register.organization
    DROP CONSTRAINT organization_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT organization_one_at_a_time
        EXCLUDE USING gist (organization_id WITH =, (valid * daterange(NULL, NULL)) WITH &&);

ALTER TABLE register.person
    DROP CONSTRAINT person_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT person_one_at_a_time
        EXCLUDE USING gist (person_id WITH =, (valid * daterange(NULL, NULL)) WITH &&);

ALTER TABLE register.membership
    DROP CONSTRAINT membership_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT membership_one_at_a_time
        EXCLUDE USING gist (person_id WITH =, (valid * daterange(NULL, NULL)) WITH &&);

ALTER TABLE register.committee_term
    DROP CONSTRAINT committee_term_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT committee_term_one_at_a_time
        EXCLUDE USING gist (organization_id WITH =, (valid * daterange(NULL, NULL)) WITH &&);

ALTER TABLE register.post
    DROP CONSTRAINT post_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT post_one_at_a_time
        EXCLUDE USING gist (organization_id WITH =, person_id WITH =, post WITH =,
                            (valid * daterange(NULL, NULL)) WITH &&);

ALTER TABLE register.charge
    DROP CONSTRAINT charge_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT charge_one_at_a_time
        EXCLUDE USING gist (organization_id WITH =, person_id WITH =, charge WITH =,
                            (valid * daterange(NULL, NULL)) WITH &&);

ALTER TABLE register.working_rules
    DROP CONSTRAINT working_rules_pkey,
    ADD CHECK (NOT isempty(valid)),
    ADD CONSTRAINT working_rules_one_at_a_time
        EXCLUDE USING gist (organization_id WITH =, (valid * daterange(NULL, NULL)) WITH &&);

-- The years with decisions are found from one to the one before.
CREATE INDEX organization_review_year ON register.organization_review (year, organization_id);
