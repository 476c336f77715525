-- Files that wait for a decision lie on the machine's disk for a day; nothing was ever kept here.

DROP SCHEMA staging CASCADE;
