-- The title a military unit achieved in a year, beside the level of its Party organisation. Names nobody.

CREATE TABLE register.unit_title (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    title           text    NOT NULL,
    decided_on      date    NOT NULL,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year)
);

GRANT SELECT ON register.unit_title TO ${reader};
