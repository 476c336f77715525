CREATE INDEX proposal_person ON register.proposal (person_id);
