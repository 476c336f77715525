-- People are called by their given name, the last: whoever is called as was typed is found first. The words of a name from the last
-- to the first lead there in one step of an index, "Văn Hùng" as well as "Hùng". One order for all, without accents, in place
-- of one by the rules of a language, and one folded name in place of two.
CREATE FUNCTION register.called(folded text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT coalesce(string_agg(word, ' ' ORDER BY place DESC), '')
              FROM unnest(string_to_array(folded, ' ')) WITH ORDINALITY AS names (word, place));

DROP FUNCTION register.people_named(text, date, uuid, integer);
DROP INDEX register.person_in_order;
DROP INDEX register.person_name;

ALTER TABLE register.person
    DROP COLUMN brief_given,
    DROP COLUMN brief_name,
    DROP COLUMN folded_name,
    ADD COLUMN brief_called text COLLATE "C" NOT NULL
        GENERATED ALWAYS AS (left(register.called(register.folded(full_name)), 80)) STORED;

CREATE INDEX person_called ON register.person (brief_called, person_id) INCLUDE (brief_folded, valid);
CREATE INDEX person_name ON register.person USING gin (brief_folded gin_trgm_ops);

-- The folded names a person ever had, one a line, stand in the rolls' indexes too, so that those of a reach are looked through without
-- asking for each person; none where they would be too long for an index.
ALTER TABLE register.membership ADD COLUMN names text;
UPDATE register.membership m
   SET names = (SELECT CASE WHEN length(string_agg(DISTINCT p.brief_folded, chr(10))) <= 400
                            THEN string_agg(DISTINCT p.brief_folded, chr(10)) END
                  FROM register.person p
                 WHERE p.person_id = m.person_id);

DROP INDEX register.membership_cell;
DROP INDEX register.membership_visited;
CREATE INDEX membership_cell ON register.membership (cell_id) INCLUDE (person_id, valid, visited_cell, names);
CREATE INDEX membership_visited ON register.membership (visited_cell) INCLUDE (person_id, valid, cell_id, names)
    WHERE visited_cell IS NOT NULL;

-- Persons by a part of the folded name on a day, from behind one of them on: first those whose last names are the words, then those
-- who bear them elsewhere, both in the order of the names from the last to the first. The rolls of a reach are looked through where
-- that is cheaper; else those called so are walked through. Where there are some, a last row with the id of nobody tells that the
-- others come behind, who are dearer to find: first by walking, where what is frequent is found; then what is rare by its trigrams,
-- which words under three letters have none of. A last row that was not found tells behind whom to look on.
-- Looking through the rolls of an organisation takes as long as asking three people called so for theirs; a walk ends with a page, after
-- so many people as the reach is a part of the whole.
CREATE FUNCTION register.people_named(
    words text, on_day date, after uuid, most integer)
    RETURNS TABLE (is_found boolean, person_id uuid, full_name text, birth text, cell_id uuid, visited_cell uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET max_parallel_workers_per_gather = 0
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    few constant integer := 400;
    many constant integer := 3000;
    people_for_a_roll constant integer := 3;
    on_record constant real := (SELECT reltuples FROM pg_class WHERE oid = 'register.organization'::regclass);
    places integer;
    by_rolls boolean;
    steps_among_called constant integer := 20000;
    steps_among_others constant integer := 8000;
    within constant uuid[] := register.reach();
    pattern constant text := '%' || regexp_replace(words, '([%_\\])', '\\\1', 'g') || '%';
    lowest constant text COLLATE "C" := register.called(words);
    beyond constant text COLLATE "C" := lowest || chr(1114111);
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    behind text COLLATE "C";
    behind_person uuid := after;
    among_others boolean;
    found_called integer;
    found_walking integer;
    walked record;
BEGIN
    SELECT p.brief_called INTO behind FROM register.person p WHERE p.person_id = after AND p.valid @> on_day;
    IF after = nobody THEN
        behind := '';
        among_others := true;
    ELSIF NOT FOUND THEN
        behind := lowest;
        behind_person := nobody;
        among_others := false;
    ELSE
        among_others := behind < lowest OR behind >= beyond;
    END IF;

    SELECT count(*) INTO places
      FROM (SELECT FROM register.organization_above a WHERE a.above_id = ANY (within) LIMIT many + 1) AS reached;
    by_rolls := places <= few;
    IF NOT by_rolls AND places <= many AND places * people_for_a_roll < most * on_record / places THEN
        by_rolls := places * people_for_a_roll <=
            (SELECT count(*) FROM (SELECT FROM register.person i
                                    WHERE i.brief_called >= lowest AND i.brief_called < beyond
                                    LIMIT places * people_for_a_roll) AS called);
    END IF;

    IF by_rolls THEN
        RETURN QUERY
            SELECT true, p.person_id, p.full_name, p.birth, r.cell_id, r.visited_cell
              FROM (SELECT m.person_id, m.cell_id, m.visited_cell
                      FROM register.organization_above a
                      JOIN register.membership m ON m.cell_id = a.organization_id
                     WHERE a.above_id = ANY (within) AND m.valid @> on_day AND (m.names LIKE pattern OR m.names IS NULL)
                     UNION
                    SELECT m.person_id, m.cell_id, m.visited_cell
                      FROM register.organization_above a
                      JOIN register.membership m ON m.visited_cell = a.organization_id
                     WHERE a.above_id = ANY (within) AND m.valid @> on_day AND (m.names LIKE pattern OR m.names IS NULL)) AS r
             CROSS JOIN LATERAL (SELECT f.*, f.brief_called < lowest OR f.brief_called >= beyond AS other
                                   FROM register.person f
                                  WHERE f.person_id = r.person_id AND f.valid @> on_day AND f.brief_folded LIKE pattern
                                  LIMIT 1) AS p
             WHERE (p.other, p.brief_called, p.person_id) > (among_others, behind, behind_person)
             ORDER BY p.other, p.brief_called, p.person_id
             LIMIT most;
        RETURN;
    END IF;

    IF NOT among_others THEN
        RETURN QUERY
            SELECT true, w.person_id, p.full_name, p.birth, r.cell_id, r.visited_cell
              FROM (SELECT i.person_id, i.brief_folded, i.valid
                      FROM register.person i
                     WHERE (i.brief_called, i.person_id) > (behind, behind_person) AND i.brief_called < beyond
                     ORDER BY i.brief_called, i.person_id
                     LIMIT steps_among_called) AS w
             CROSS JOIN LATERAL register.roll_within(w.person_id, on_day, within) AS r
             CROSS JOIN LATERAL (SELECT f.full_name, f.birth
                                   FROM register.person f
                                  WHERE f.person_id = w.person_id AND f.valid @> on_day
                                  LIMIT 1) AS p
             WHERE w.brief_folded LIKE pattern AND w.valid @> on_day
             LIMIT most;
        GET DIAGNOSTICS found_called = ROW_COUNT;
        IF found_called >= most THEN
            RETURN;
        END IF;

        SELECT i.person_id INTO walked
          FROM register.person i
         WHERE (i.brief_called, i.person_id) > (behind, behind_person) AND i.brief_called < beyond
         ORDER BY i.brief_called, i.person_id
        OFFSET steps_among_called - 1 LIMIT 1;
        IF FOUND THEN
            RETURN QUERY SELECT false, walked.person_id, '', NULL, NULL::uuid, NULL::uuid;
            RETURN;
        ELSIF found_called > 0 THEN
            RETURN QUERY SELECT false, nobody, '', NULL, NULL::uuid, NULL::uuid;
            RETURN;
        END IF;
        behind := '';
        behind_person := nobody;
    END IF;

    RETURN QUERY
        SELECT true, w.person_id, p.full_name, p.birth, r.cell_id, r.visited_cell
          FROM (SELECT i.person_id, i.brief_folded, i.valid
                  FROM register.person i
                 WHERE (i.brief_called, i.person_id) > (behind, behind_person)
                   AND (i.brief_called < lowest OR i.brief_called >= beyond)
                 ORDER BY i.brief_called, i.person_id
                 LIMIT steps_among_others) AS w
         CROSS JOIN LATERAL register.roll_within(w.person_id, on_day, within) AS r
         CROSS JOIN LATERAL (SELECT f.full_name, f.birth
                               FROM register.person f
                              WHERE f.person_id = w.person_id AND f.valid @> on_day
                              LIMIT 1) AS p
         WHERE w.brief_folded LIKE pattern AND w.valid @> on_day
         LIMIT most;
    GET DIAGNOSTICS found_walking = ROW_COUNT;
    IF found_walking >= most THEN
        RETURN;
    END IF;

    SELECT i.brief_called, i.person_id INTO walked
      FROM register.person i
     WHERE (i.brief_called, i.person_id) > (behind, behind_person)
       AND (i.brief_called < lowest OR i.brief_called >= beyond)
     ORDER BY i.brief_called, i.person_id
    OFFSET steps_among_others - 1 LIMIT 1;
    IF NOT FOUND THEN
        RETURN;
    ELSIF pattern !~ '[a-z0-9]{3}' THEN
        RETURN QUERY SELECT false, walked.person_id, '', NULL, NULL::uuid, NULL::uuid;
        RETURN;
    END IF;

    RETURN QUERY
        WITH named AS MATERIALIZED (
            SELECT p.person_id, p.brief_called, p.full_name, p.birth
              FROM register.person p
             WHERE p.brief_folded LIKE pattern AND p.valid @> on_day
               AND (p.brief_called, p.person_id) > (walked.brief_called, walked.person_id)
               AND (p.brief_called < lowest OR p.brief_called >= beyond)
             ORDER BY p.brief_called, p.person_id)
        SELECT true, n.person_id, n.full_name, n.birth, r.cell_id, r.visited_cell
          FROM named n
         CROSS JOIN LATERAL register.roll_within(n.person_id, on_day, within) AS r
         ORDER BY n.brief_called, n.person_id
         LIMIT most - found_walking;
END
$$;

REVOKE EXECUTE ON FUNCTION register.people_named FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register.people_named TO ${reader};
