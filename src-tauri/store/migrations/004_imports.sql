-- What was imported: the source as it came, how its columns were read, and what became of each of its rows.

-- Domain: imports ------------------------------------------------------------------------------------------------

-- One import. fingerprint: what its headings are known by, so that the next file with them is read alike and its rows are
-- known again; empty where there are none. options: how the source was read (sheet, headings, charset, delimiter), JSON.
-- mapping: what each heading was for, JSON. sha256: the source, in stored_file. letter_id is no foreign key: what was imported
-- outlives the letter.
CREATE TABLE import (
  id          INTEGER PRIMARY KEY,
  at          TEXT NOT NULL,
  name        TEXT NOT NULL,
  format      TEXT NOT NULL,
  target      TEXT NOT NULL CHECK (target IN ('organizations', 'people', 'sign-ons')),
  letter_id   INTEGER,
  fingerprint TEXT NOT NULL DEFAULT '',
  options     TEXT NOT NULL,
  mapping     TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  read        INTEGER NOT NULL,
  created     INTEGER NOT NULL,
  updated     INTEGER NOT NULL,
  unchanged   INTEGER NOT NULL,
  rejected    INTEGER NOT NULL,
  asked       INTEGER NOT NULL,
  CHECK (read = created + updated + unchanged + rejected + asked)
) STRICT;
CREATE INDEX import_by_fingerprint ON import (fingerprint) WHERE fingerprint <> '';

-- What became of each row. Written with its import and never again, and reached through it only: so it is not journaled,
-- and a hundred thousand rows weigh nothing in an undo, after which they wait for a redo. Hence no foreign keys.
-- reason: a message, JSON. cells: as they were read, U+001F between. identity: what the row is known by when the sheet of a
-- form comes again; content: a hash of its cells. organization_id, person_id, sign_on_id: what it went into.
CREATE TABLE import_row (
  import_id       INTEGER NOT NULL,
  position        INTEGER NOT NULL,
  number          INTEGER NOT NULL,
  outcome         TEXT NOT NULL CHECK (outcome IN ('created', 'updated', 'unchanged', 'rejected', 'asked')),
  name            TEXT NOT NULL,
  reason          TEXT NOT NULL,
  cells           TEXT NOT NULL,
  identity        INTEGER,
  content         INTEGER NOT NULL,
  organization_id INTEGER,
  person_id       INTEGER,
  sign_on_id      INTEGER,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER import_row_is_never_changed BEFORE UPDATE ON import_row
BEGIN SELECT RAISE(ABORT, 'what became of a row is history'); END;
CREATE TRIGGER import_row_is_never_deleted BEFORE DELETE ON import_row
BEGIN SELECT RAISE(ABORT, 'what became of a row is history'); END;
