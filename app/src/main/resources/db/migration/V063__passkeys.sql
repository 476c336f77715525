-- Passkeys as a second factor: the public half of keys that a device or a security key holds. Nothing here opens a door by
-- itself; counter and domain are compared at each use.

CREATE TABLE access.passkey (
    passkey_id      uuid        NOT NULL PRIMARY KEY,
    account_id      uuid        NOT NULL REFERENCES access.account,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    domain          text        NOT NULL CHECK (length(domain) <= 253),
    credential_id   text        NOT NULL UNIQUE CHECK (length(credential_id) <= 1400),
    credential      text        NOT NULL CHECK (length(credential) <= 8000),
    transports      text        NOT NULL CHECK (length(transports) <= 200),
    backup_eligible boolean     NOT NULL,
    counter         bigint      NOT NULL CHECK (counter >= 0),
    added_at        timestamptz NOT NULL,
    used_at         timestamptz
);
CREATE INDEX ON access.passkey (account_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.passkey TO ${app};
