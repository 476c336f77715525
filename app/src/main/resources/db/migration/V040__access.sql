-- Accounts: who may sign in and whose records they may see. Not part of the ledger: passwords change and must not stay.

CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO ${app};

CREATE TABLE access.account (
    account_id      uuid        NOT NULL PRIMARY KEY,
    login           text        NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display_name    text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    scope_id        uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('committee-office', 'cell-secretary', 'member', 'technical')),
    password_hash   text        NOT NULL,
    password_set_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON access.account TO ${app};
