-- Lists that were taken over, and files that wait for a person to decide about them.

CREATE TABLE register.roster_import (
    list_id     uuid    PRIMARY KEY,
    under       uuid    NOT NULL,
    file_name   text    NOT NULL,
    file_digest text    NOT NULL,
    as_of       date    NOT NULL,
    taken       integer NOT NULL,
    left_out    integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    author      text    NOT NULL,
    undone_at   timestamptz,
    undone_because text
);

CREATE SCHEMA staging;
GRANT USAGE ON SCHEMA staging TO ${app};

-- Not part of any history: a file leaves when it was taken over or thrown away, or after some days.
CREATE TABLE staging.roster_file (
    list_id    uuid        PRIMARY KEY,
    account    text        NOT NULL,
    file_name  text        NOT NULL,
    content    bytea       NOT NULL,
    under      uuid        NOT NULL,
    as_of      date        NOT NULL,
    arrived_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, DELETE ON staging.roster_file TO ${app};
