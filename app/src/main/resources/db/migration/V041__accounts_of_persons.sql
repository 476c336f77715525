-- An account belongs to a person, and what it may do follows from that person's posts; or it is technical and belongs to
-- nobody. Accounts of offices had a scope and a kind instead: nobody can tell whose they were, so they end here.

DELETE FROM access.account WHERE kind <> 'technical';

ALTER TABLE access.account
    ADD COLUMN person_id uuid UNIQUE,
    DROP COLUMN scope_id,
    DROP COLUMN kind;
