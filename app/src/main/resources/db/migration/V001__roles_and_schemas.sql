-- Two schemas. The ledger only grows: the application may read and append. Registers are computed from the ledger and can
-- be dropped and made again: the application may change and empty them. It owns neither.

CREATE SCHEMA ledger;
CREATE SCHEMA register;

GRANT USAGE ON SCHEMA ledger, register TO ${app};
GRANT USAGE ON SCHEMA public TO ${app};

ALTER DEFAULT PRIVILEGES IN SCHEMA ledger
    GRANT SELECT, INSERT ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA ledger
    GRANT USAGE, SELECT ON SEQUENCES TO ${app};

ALTER DEFAULT PRIVILEGES IN SCHEMA register
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO ${app};
ALTER DEFAULT PRIVILEGES IN SCHEMA register
    GRANT USAGE, SELECT ON SEQUENCES TO ${app};

-- What is compared when people search: no accents, no case, single spaces, đ as d. The same answer as the program's own
-- folding. Immutable, so that generated columns and trigram indexes may use it; unaccent is not, and Vietnamese does not
-- need it once the letters are taken apart (NFD) and their marks dropped.
CREATE FUNCTION register.folded(given text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(
        regexp_replace(
            normalize(
                lower(btrim(regexp_replace(normalize(given, NFC), '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')) COLLATE pg_c_utf8),
                NFD),
            '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+', '', 'g'),
        'đ', 'd');
