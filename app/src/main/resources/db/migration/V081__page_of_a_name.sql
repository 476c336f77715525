-- Of the rolls of a reach that bear the words, all were asked for their file to find the first of a page: in a body of 1,400
-- organisations 7,500 of those called Nguyễn. The given name stands at the end of the names in the rolls' index: whoever is
-- given a later one than so many others as a page holds cannot be on it, and only the rest is asked for. Where that is too few, as
-- where somebody is on a roll before there is a file, all are.

CREATE OR REPLACE FUNCTION register.people_named(
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
    last_typed constant text := split_part(words, ' ', -1);
    lowest_given text COLLATE "C" := '';
    longest constant integer := 80;
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
    IF among_others THEN
        lowest_given := split_part(behind, ' ', 1);
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
            WITH borne AS (
                SELECT m.person_id, m.cell_id, m.visited_cell, m.names
                  FROM register.organization_above a
                  JOIN register.membership m ON m.cell_id = a.organization_id
                 WHERE a.above_id = ANY (within) AND m.valid @> on_day AND (m.names LIKE pattern OR m.names IS NULL)
                 UNION
                SELECT m.person_id, m.cell_id, m.visited_cell, m.names
                  FROM register.organization_above a
                  JOIN register.membership m ON m.visited_cell = a.organization_id
                 WHERE a.above_id = ANY (within) AND m.valid @> on_day AND (m.names LIKE pattern OR m.names IS NULL)
            ), hits AS MATERIALIZED (
                SELECT b.person_id, b.cell_id, b.visited_cell, g.given, NOT starts_with(g.given, last_typed) AS unlike
                  FROM borne b
                 CROSS JOIN LATERAL (SELECT CASE WHEN length(b.names) < longest AND strpos(b.names, chr(10)) = 0
                                                 THEN split_part(b.names, ' ', -1) COLLATE "C" END AS given) AS g
            ), edge AS MATERIALIZED (
                SELECT h.given FROM hits h WHERE h.unlike AND h.given > lowest_given ORDER BY h.given OFFSET most - 1 LIMIT 1
            ), near AS MATERIALIZED (
                SELECT p.person_id, p.full_name, p.birth, h.cell_id, h.visited_cell
                  FROM hits h
                 CROSS JOIN LATERAL (SELECT f.*, f.brief_called < lowest OR f.brief_called >= beyond AS other
                                       FROM register.person f
                                      WHERE f.person_id = h.person_id AND f.valid @> on_day AND f.brief_folded LIKE pattern
                                      LIMIT 1) AS p
                 WHERE (h.given IS NULL OR NOT h.unlike OR h.given BETWEEN lowest_given AND (SELECT e.given FROM edge e))
                   AND (p.other, p.brief_called, p.person_id) > (among_others, behind, behind_person)
                 ORDER BY p.other, p.brief_called, p.person_id
                 LIMIT most
            ), is_page AS MATERIALIZED (
                SELECT count(*) = most AS whole FROM near)
            SELECT true, n.person_id, n.full_name, n.birth, n.cell_id, n.visited_cell
              FROM near n
             WHERE (SELECT i.whole FROM is_page i)
             UNION ALL
           (SELECT true, p.person_id, p.full_name, p.birth, h.cell_id, h.visited_cell
              FROM hits h
             CROSS JOIN LATERAL (SELECT f.*, f.brief_called < lowest OR f.brief_called >= beyond AS other
                                   FROM register.person f
                                  WHERE f.person_id = h.person_id AND f.valid @> on_day AND f.brief_folded LIKE pattern
                                  LIMIT 1) AS p
             WHERE NOT (SELECT i.whole FROM is_page i)
               AND (p.other, p.brief_called, p.person_id) > (among_others, behind, behind_person)
             ORDER BY p.other, p.brief_called, p.person_id
             LIMIT most);
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
