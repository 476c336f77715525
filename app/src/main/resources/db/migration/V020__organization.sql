-- Registers of organisations: one row for each period in which nothing changed.

CREATE TABLE register.organization (
    organization_id uuid      NOT NULL,
    valid           daterange NOT NULL,
    name            text      NOT NULL,
    folded_name     text      NOT NULL GENERATED ALWAYS AS (register.folded(name)) STORED,
    type            text      NOT NULL,
    code            text,
    parent_id       uuid,
    PRIMARY KEY (organization_id, valid WITHOUT OVERLAPS)
);

CREATE INDEX organization_parent ON register.organization (parent_id);
CREATE INDEX organization_code ON register.organization (code);
CREATE INDEX organization_name ON register.organization USING gin (folded_name gin_trgm_ops);

CREATE TABLE register.organization_anomaly (
    organization_id uuid NOT NULL,
    code            text NOT NULL,
    entry           text NOT NULL,
    PRIMARY KEY (organization_id, code, entry)
);
