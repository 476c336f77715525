-- The ledger: append-only, chained per node. The application role may read and insert, never change.

CREATE TABLE ledger.node (
    is_self boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (is_self),
    name    text    NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,39}$')
);

CREATE TABLE ledger.entry (
    position          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    node              text        NOT NULL CHECK (node ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    sequence          bigint      NOT NULL CHECK (sequence > 0),
    type              text        NOT NULL,
    effective_on      date        NOT NULL,
    recorded_at       timestamptz NOT NULL,
    author            text        NOT NULL,
    paper_number      text,
    paper_date        date,
    paper_issuer      text,
    paper_signer      text,
    subjects          text[]      NOT NULL,
    corrects_node     text,
    corrects_sequence bigint,
    command_id        uuid        NOT NULL,
    request_digest    text        NOT NULL,
    body              text        NOT NULL CHECK (body IS JSON OBJECT),
    previous_hash     text        NOT NULL,
    hash              text        NOT NULL,
    UNIQUE (node, sequence),
    CHECK ((corrects_node IS NULL) = (corrects_sequence IS NULL))
);

CREATE INDEX entry_command ON ledger.entry (command_id);
CREATE INDEX entry_corrects ON ledger.entry (corrects_node, corrects_sequence) WHERE corrects_node IS NOT NULL;

CREATE TABLE ledger.entry_subject (
    subject  text   NOT NULL,
    position bigint NOT NULL REFERENCES ledger.entry,
    PRIMARY KEY (subject, position)
);

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % on %.% is refused. Record a correction instead.',
        TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER entry_subject_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry_subject
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER node_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.node
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- How far the registers have read, and the last entry of each node they have seen.
CREATE TABLE register.cursor (
    node     text   PRIMARY KEY,
    sequence bigint NOT NULL,
    hash     text   NOT NULL
);
