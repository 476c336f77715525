-- Whether one of a person's rolls lies within a reach takes two steps of an index. Asked as one of many conditions it was taken for a
-- join, and everything within the reach was gone through for each person named.
CREATE OR REPLACE FUNCTION register.roll_within(person uuid, on_day date, within uuid[])
    RETURNS TABLE (cell_id uuid, visited_cell uuid) LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT m.cell_id, m.visited_cell
      FROM register.membership m
     CROSS JOIN LATERAL (SELECT FROM register.organization_above a
                          WHERE a.organization_id IN (m.cell_id, m.visited_cell) AND a.above_id = ANY (within)
                          LIMIT 1) AS reached
     WHERE m.person_id = person AND m.valid @> on_day
     LIMIT 1;
END;

-- As before, but what the trigrams find is put in order first, and asked for its rolls only as far as a page goes.
-- Persons by a part of the folded name on a day, in the order of their names, from behind one of them on. A reach of few
-- organisations is read roll by roll. In a wide one the first names in order are walked through: what is frequent is found
-- there. What is not is rare, and found by its trigrams; fewer than three letters have none. A last row that was not found tells
-- behind whom to look on.
CREATE OR REPLACE FUNCTION register.people_named(
    pattern text, on_day date, after uuid, most integer)
    RETURNS TABLE (is_found boolean, person_id uuid, full_name text, birth text, cell_id uuid, visited_cell uuid)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET enable_seqscan = off
    SET max_parallel_workers_per_gather = 0
    SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    few constant integer := 300;
    steps constant integer := 20000;
    within constant uuid[] := register.reach();
    found_there integer;
    begun record;
    walked record;
BEGIN
    SELECT p.brief_given, p.brief_name, p.person_id INTO begun
      FROM register.person p
     WHERE p.person_id = after AND p.valid @> on_day;
    IF NOT FOUND THEN
        SELECT '' AS brief_given, '' AS brief_name, '00000000-0000-0000-0000-000000000000'::uuid AS person_id INTO begun;
    END IF;

    IF (SELECT count(*) FROM (SELECT FROM register.organization_above a
                               WHERE a.above_id = ANY (within) LIMIT few + 1) AS places) <= few THEN
        RETURN QUERY
            SELECT true, p.person_id, p.full_name, p.birth, r.cell_id, r.visited_cell
              FROM (SELECT m.person_id, m.cell_id, m.visited_cell
                      FROM register.organization_above a
                      JOIN register.membership m ON m.cell_id = a.organization_id
                     WHERE a.above_id = ANY (within) AND m.valid @> on_day
                     UNION
                    SELECT m.person_id, m.cell_id, m.visited_cell
                      FROM register.organization_above a
                      JOIN register.membership m ON m.visited_cell = a.organization_id
                     WHERE a.above_id = ANY (within) AND m.valid @> on_day) AS r
             CROSS JOIN LATERAL (SELECT
                                   FROM register.person i
                                  WHERE i.person_id = r.person_id AND i.valid @> on_day AND i.brief_folded LIKE pattern
                                  LIMIT 1) AS named
             CROSS JOIN LATERAL (SELECT f.*
                                   FROM register.person f
                                  WHERE f.person_id = r.person_id AND f.valid @> on_day
                                  LIMIT 1) AS p
             WHERE (p.brief_given, p.brief_name, p.person_id) > (begun.brief_given, begun.brief_name, begun.person_id)
             ORDER BY p.brief_given, p.brief_name, p.person_id
             LIMIT most;
        RETURN;
    END IF;

    RETURN QUERY
        SELECT true, w.person_id, p.full_name, p.birth, r.cell_id, r.visited_cell
          FROM (SELECT i.person_id, i.brief_given, i.brief_name, i.brief_folded, i.valid
                  FROM register.person i
                 WHERE (i.brief_given, i.brief_name, i.person_id) > (begun.brief_given, begun.brief_name, begun.person_id)
                 ORDER BY i.brief_given, i.brief_name, i.person_id
                 LIMIT steps) AS w
         CROSS JOIN LATERAL register.roll_within(w.person_id, on_day, within) AS r
         CROSS JOIN LATERAL (SELECT f.full_name, f.birth
                               FROM register.person f
                              WHERE f.person_id = w.person_id AND f.valid @> on_day
                              LIMIT 1) AS p
         WHERE w.brief_folded LIKE pattern AND w.valid @> on_day
         LIMIT most;
    GET DIAGNOSTICS found_there = ROW_COUNT;
    IF found_there >= most THEN
        RETURN;
    END IF;

    SELECT i.brief_given, i.brief_name, i.person_id INTO walked
      FROM register.person i
     WHERE (i.brief_given, i.brief_name, i.person_id) > (begun.brief_given, begun.brief_name, begun.person_id)
     ORDER BY i.brief_given, i.brief_name, i.person_id
    OFFSET steps - 1 LIMIT 1;
    IF NOT FOUND THEN
        RETURN;
    ELSIF pattern !~ '[a-z0-9]{3}' THEN
        RETURN QUERY SELECT false, walked.person_id, '', NULL, NULL::uuid, NULL::uuid;
        RETURN;
    END IF;

    RETURN QUERY
        WITH named AS MATERIALIZED (
            SELECT p.person_id, p.brief_given, p.brief_name, p.full_name, p.birth
              FROM register.person p
             WHERE p.folded_name LIKE pattern AND p.valid @> on_day
               AND (p.brief_given, p.brief_name, p.person_id) > (walked.brief_given, walked.brief_name, walked.person_id)
             ORDER BY p.brief_given, p.brief_name, p.person_id)
        SELECT true, n.person_id, n.full_name, n.birth, r.cell_id, r.visited_cell
          FROM named n
         CROSS JOIN LATERAL register.roll_within(n.person_id, on_day, within) AS r
         ORDER BY n.brief_given, n.brief_name, n.person_id
         LIMIT most - found_there;
END
$$;
