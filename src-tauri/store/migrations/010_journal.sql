-- The journal as a format: who did it, an order that rests neither on ids nor on whole seconds, and room given back.

-- The journal and the history ------------------------------------------------------------------------------------

-- author: who did it, as they named themselves then; empty when they did not. changeset: as it is, or compressed by zstd, which its
-- first bytes tell; empty when the action can no longer be undone nor done again (state 'dropped').
ALTER TABLE journal ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN author TEXT NOT NULL DEFAULT '';
UPDATE journal SET changeset = x'' WHERE state = 'dropped';

-- The lines of one action. Undoing an action adds one line however many it was about: the lines of the action itself say which.
CREATE INDEX event_by_journal ON event (journal_id);
CREATE INDEX event_not_do ON event (action) WHERE action <> 'do';

-- What an undone import left can go once no undo nor redo can reach it. What is still named stays.
DROP TRIGGER stored_file_is_never_deleted;
CREATE TRIGGER stored_file_is_never_deleted BEFORE DELETE ON stored_file
WHEN EXISTS (SELECT 1 FROM evidence WHERE sha256 = old.sha256) OR EXISTS (SELECT 1 FROM import WHERE sha256 = old.sha256)
BEGIN SELECT RAISE(ABORT, 'a stored file that something names stays'); END;
DROP TRIGGER import_row_is_never_deleted;
CREATE TRIGGER import_row_is_never_deleted BEFORE DELETE ON import_row
WHEN EXISTS (SELECT 1 FROM import WHERE id = old.import_id)
BEGIN SELECT RAISE(ABORT, 'what became of a row is history'); END;

-- Domain ---------------------------------------------------------------------------------------------------------

-- entered: the order in which rows were entered, growing with every action (evidence and texts have the line of the history); among those of an earlier version it says nothing (0),
-- but of letters, whose history tells.
ALTER TABLE letter ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outreach ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deadline_move ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organization_alias ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact_point ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE affiliation ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
UPDATE letter SET entered = coalesce((SELECT min(seq) FROM event WHERE letter_id = letter.id), 0);
