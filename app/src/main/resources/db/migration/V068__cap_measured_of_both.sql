-- Where the competent level has the caps of a year measured against both levels together. Names nobody.

CREATE TABLE register.review_cap_measure (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    because         text    NOT NULL,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year)
);

GRANT SELECT ON register.review_cap_measure TO ${reader};
