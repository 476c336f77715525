-- Registers of persons: their file and their membership, one row for each period in which nothing changed.

CREATE TABLE register.person (
    person_id   uuid      NOT NULL,
    valid       daterange NOT NULL,
    full_name   text      NOT NULL,
    given_name  text      NOT NULL,
    folded_name text      NOT NULL GENERATED ALWAYS AS (register.folded(full_name)) STORED,
    sex         text,
    birth       text,
    citizen_id  text,
    card_number text,
    facts       jsonb     NOT NULL,
    PRIMARY KEY (person_id, valid WITHOUT OVERLAPS)
);

CREATE INDEX person_name ON register.person USING gin (folded_name gin_trgm_ops);
CREATE INDEX person_citizen_id ON register.person (citizen_id);
CREATE INDEX person_card_number ON register.person (card_number);

CREATE TABLE register.membership (
    person_id     uuid      NOT NULL,
    valid         daterange NOT NULL,
    grade         text      NOT NULL CHECK (grade IN ('NONE', 'PROBATIONARY', 'FULL')),
    cell_id       uuid,
    exempt        boolean   NOT NULL,
    suspended     boolean   NOT NULL,
    visited_cell  uuid,
    visited_place text,
    admitted_on   text,
    recognised_on text,
    left_by       text,
    PRIMARY KEY (person_id, valid WITHOUT OVERLAPS)
);

CREATE INDEX membership_cell ON register.membership (cell_id);
CREATE INDEX membership_visited ON register.membership (visited_cell) WHERE visited_cell IS NOT NULL;

CREATE TABLE register.person_anomaly (
    person_id uuid NOT NULL,
    code      text NOT NULL,
    entry     text NOT NULL,
    PRIMARY KEY (person_id, code, entry)
);
