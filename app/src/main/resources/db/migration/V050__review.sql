-- Registers of yearly reviews: the decision that stands for each subject and year.

CREATE TABLE register.member_review (
    person_id      uuid    NOT NULL,
    year           integer NOT NULL,
    cell_id        uuid    NOT NULL,
    category       text,
    regime         text    NOT NULL,
    level          text,
    not_classified text,
    allowed        text,
    because        text,
    decided_on     date    NOT NULL,
    entry          text    NOT NULL,
    PRIMARY KEY (person_id, year),
    CHECK ((level IS NULL) <> (not_classified IS NULL))
);

CREATE INDEX member_review_cell ON register.member_review (year, cell_id);

CREATE TABLE register.organization_review (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    regime          text    NOT NULL,
    level           text,
    not_classified  text,
    allowed         text,
    because         text,
    decided_on      date    NOT NULL,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year),
    CHECK ((level IS NULL) <> (not_classified IS NULL))
);

CREATE TABLE register.review_cap (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    cap_limit       numeric NOT NULL,
    because         text    NOT NULL,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year)
);

CREATE TABLE register.review_summary (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    about           text    NOT NULL,
    regime          text    NOT NULL,
    total           integer NOT NULL,
    assessed        integer NOT NULL,
    counts          jsonb   NOT NULL,
    note            text,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year, about)
);
