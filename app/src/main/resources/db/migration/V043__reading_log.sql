-- Who read which file, when and for what. Each line is chained to the one before; from time to time the ledger seals the
-- last one (access.readings-sealed.v1), so that a removed or altered line shows. Apart from the ledger, so that reading a
-- file never waits for a long recording.

CREATE TABLE access.reading (
    number        bigint      PRIMARY KEY CHECK (number > 0),
    read_at       timestamptz NOT NULL,
    account       text        NOT NULL,
    reader_id     uuid,
    post          text        NOT NULL,
    over_id       uuid,
    person_id     uuid        NOT NULL,
    what          text        NOT NULL,
    purpose       text        NOT NULL CHECK (length(purpose) <= 200),
    previous_hash text        NOT NULL,
    hash          text        NOT NULL
);

CREATE INDEX reading_person ON access.reading (person_id, number);

CREATE TRIGGER reading_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON access.reading
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

GRANT SELECT, INSERT ON access.reading TO ${app};
