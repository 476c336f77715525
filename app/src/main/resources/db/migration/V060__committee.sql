-- Registers of committees: terms, posts, charges, working rules, elections; one row for each period without change.

CREATE TABLE register.committee_term (
    organization_id  uuid      NOT NULL,
    valid            daterange NOT NULL,
    name             text      NOT NULL,
    opened_on        date      NOT NULL,
    ends_on          date      NOT NULL,
    committee_seats  integer,
    standing_seats   integer,
    deputy_seats     integer,
    inspection_seats integer,
    way              text      NOT NULL,
    entry            text      NOT NULL,
    PRIMARY KEY (organization_id, valid WITHOUT OVERLAPS)
);

CREATE TABLE register.post (
    organization_id uuid      NOT NULL,
    person_id       uuid      NOT NULL,
    post            text      NOT NULL,
    valid           daterange NOT NULL,
    way             text      NOT NULL,
    ended_because   text,
    election_id     uuid,
    entry           text      NOT NULL,
    PRIMARY KEY (organization_id, person_id, post, valid WITHOUT OVERLAPS)
);

-- Asked for on every request: what somebody may do follows from it.
CREATE INDEX post_person ON register.post (person_id);

CREATE TABLE register.charge (
    organization_id uuid      NOT NULL,
    person_id       uuid      NOT NULL,
    charge          text      NOT NULL,
    valid           daterange NOT NULL,
    entry           text      NOT NULL,
    PRIMARY KEY (organization_id, person_id, charge, valid WITHOUT OVERLAPS)
);

CREATE TABLE register.working_rules (
    organization_id uuid      NOT NULL,
    valid           daterange NOT NULL,
    title           text      NOT NULL,
    paper_number    text,
    paper_date      date,
    entry           text      NOT NULL,
    PRIMARY KEY (organization_id, valid WITHOUT OVERLAPS)
);

CREATE TABLE register.election (
    organization_id uuid    NOT NULL,
    election_id     uuid    NOT NULL,
    held_on         date    NOT NULL,
    body            text    NOT NULL,
    meeting         text    NOT NULL,
    seats           integer NOT NULL,
    elected         integer NOT NULL,
    entry           text    NOT NULL PRIMARY KEY
);

CREATE INDEX election_organization ON register.election (organization_id, held_on);
CREATE INDEX election_id ON register.election (election_id);

CREATE TABLE register.committee_anomaly (
    organization_id uuid NOT NULL,
    code            text NOT NULL,
    entry           text NOT NULL,
    PRIMARY KEY (organization_id, code, entry)
);
