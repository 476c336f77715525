-- What the competent level made public of an organisation and of each member, and when; empty where nothing was. The reach of
-- the two tables stays as it is.

ALTER TABLE register.review_dossier ADD COLUMN published text, ADD COLUMN published_on date;
ALTER TABLE register.review_file ADD COLUMN published text, ADD COLUMN published_on date;

-- Each time something was made public of an organisation and its members: by which committee, how, where, by which paper, and
-- who recorded it. Names no member.
CREATE TABLE register.review_publication (
    organization_id uuid    NOT NULL,
    year            integer NOT NULL,
    committee_id    uuid    NOT NULL,
    published_on    date    NOT NULL,
    manner          text    NOT NULL,
    place           text    NOT NULL,
    number          text,
    author          text    NOT NULL,
    outcome         text,
    members         integer NOT NULL,
    entry           text    NOT NULL PRIMARY KEY
);

CREATE INDEX review_publication_organization ON register.review_publication (organization_id, year);
CREATE INDEX review_publication_committee ON register.review_publication (committee_id, year);

GRANT SELECT ON register.review_publication TO ${reader};
