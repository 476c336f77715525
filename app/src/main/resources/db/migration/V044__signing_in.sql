-- Signing in: wrong tries that outlive a restart, a second factor, locks, and resets by two people. None of it is history of
-- the Party's, so none of it is in the ledger; who locked and who reset is kept here.

CREATE TABLE access.wrong_try (
    name    text        NOT NULL PRIMARY KEY CHECK (length(name) <= 300),
    times   integer     NOT NULL CHECK (times > 0),
    last_at timestamptz NOT NULL
);
CREATE INDEX ON access.wrong_try (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.wrong_try TO ${app};

ALTER TABLE access.account
    ADD COLUMN locked_at    timestamptz,
    ADD COLUMN locked_by    text,
    ADD COLUMN signed_in_at timestamptz,
    ADD COLUMN failed_since integer NOT NULL DEFAULT 0;

CREATE TABLE access.second_factor (
    account_id   uuid        NOT NULL PRIMARY KEY REFERENCES access.account,
    secret       bytea       NOT NULL,
    confirmed_at timestamptz NOT NULL,
    last_step    bigint      NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.second_factor TO ${app};

CREATE TABLE access.recovery_code (
    account_id uuid NOT NULL REFERENCES access.account,
    hash       text NOT NULL,
    PRIMARY KEY (account_id, hash)
);
GRANT SELECT, INSERT, DELETE ON access.recovery_code TO ${app};

CREATE TABLE access.reset (
    reset_id     uuid        NOT NULL PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES access.account,
    asked_by     uuid        NOT NULL REFERENCES access.account,
    asked_at     timestamptz NOT NULL,
    confirmed_by uuid        REFERENCES access.account,
    confirmed_at timestamptz,
    code_hash    text,
    used_at      timestamptz,
    dropped_at   timestamptz,
    CHECK (confirmed_by <> asked_by),
    CHECK (account_id <> asked_by),
    CHECK (account_id <> confirmed_by)
);
CREATE INDEX ON access.reset (account_id, asked_at);
GRANT SELECT, INSERT, UPDATE ON access.reset TO ${app};
