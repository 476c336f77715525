-- Results that places published before this ledger: which entry stands for each organisation, year and subject.

CREATE TABLE register.published_result (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    about           text    NOT NULL,
    entry           text    NOT NULL,
    PRIMARY KEY (organization_id, year, about)
);
