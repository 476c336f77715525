-- The yearly round: who opened it for whom, how far each organisation's papers have come, and what is said of each member.

CREATE TABLE register.review_round (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year)
);

-- Points of a regulation's groups of criteria, split by an upper committee; from a year on.
CREATE TABLE register.review_sheet (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    kind            text    NOT NULL,
    items           jsonb   NOT NULL,
    PRIMARY KEY (organization_id, year, kind)
);

CREATE TABLE register.review_dossier (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    reviewed_on     date,
    met_on          date,
    stage           text    NOT NULL,
    stage_on        date,
    appraisers      uuid[]  NOT NULL,
    because         text    NOT NULL,
    self_reviews    integer NOT NULL,
    proposed        text,
    PRIMARY KEY (organization_id, year)
);

CREATE INDEX review_dossier_year ON register.review_dossier (year);

-- What is judged and proposed of one member; the whole of it stands in the ledger.
CREATE TABLE register.review_file (
    cell_id       uuid    NOT NULL,
    year          integer NOT NULL,
    person_id     uuid    NOT NULL,
    kind          text,
    category      text,
    facts         jsonb   NOT NULL,
    proposed      text,
    because       text,
    votes         jsonb   NOT NULL,
    reviewed_on   date,
    remarks       text[]  NOT NULL,
    notified_on   date,
    objected_on   date,
    answered_on   date,
    PRIMARY KEY (cell_id, year, person_id)
);

CREATE INDEX review_file_person ON register.review_file (person_id);

GRANT SELECT ON register.review_round, register.review_sheet, register.review_dossier, register.review_file TO ${reader};

ALTER TABLE register.review_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole ON register.review_file TO ${app} USING (true) WITH CHECK (true);
CREATE POLICY reach ON register.review_file FOR SELECT TO ${reader}
    USING (person_id = (SELECT register.self())
        OR EXISTS (SELECT FROM register.organization_above a
                    WHERE a.organization_id = cell_id
                      AND a.above_id = ANY ((SELECT register.reach())::uuid[])));

-- Self-reviews that are not handed in yet: nobody's act, so no part of the ledger. Only who writes one sees it.
CREATE SCHEMA draft;
GRANT USAGE ON SCHEMA draft TO ${app};
CREATE TABLE draft.self_review (
    person_id uuid        NOT NULL,
    year      integer     NOT NULL,
    fields    jsonb       NOT NULL,
    saved_at  timestamptz NOT NULL,
    PRIMARY KEY (person_id, year)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON draft.self_review TO ${app};
