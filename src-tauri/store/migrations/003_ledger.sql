-- The ledger in full: files as evidence, whom to write to and what was written, deadlines that move, and who answers for
-- what in the history.

-- Files -----------------------------------------------------------------------------------------------------------

-- Content that something else names by its SHA-256, in lower-case hexadecimal. Append-only, and neither domain nor derived: an
-- undo takes back the row that names a file, and a redo must find the file again, so the journal need not hold it.
CREATE TABLE stored_file (
  sha256  TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes   INTEGER NOT NULL CHECK (bytes = length(content)),
  content BLOB NOT NULL
) STRICT;
CREATE TRIGGER stored_file_is_never_changed BEFORE UPDATE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a stored file is what its name says'); END;
CREATE TRIGGER stored_file_is_never_deleted BEFORE DELETE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a stored file may be needed by an undo'); END;

-- Domain: letters -------------------------------------------------------------------------------------------------

-- topic: what it is about, to ask those again who signed on it. individuals: whether people may sign for themselves.
-- chase_days: no answer in so many days is chased; gap_days: nobody is written to again sooner.
ALTER TABLE letter ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN individuals INTEGER NOT NULL DEFAULT 1 CHECK (individuals IN (0, 1));
ALTER TABLE letter ADD COLUMN chase_days INTEGER NOT NULL DEFAULT 4 CHECK (chase_days >= 0);
ALTER TABLE letter ADD COLUMN gap_days INTEGER NOT NULL DEFAULT 3 CHECK (gap_days >= 0);
CREATE INDEX letter_by_topic ON letter (topic COLLATE NOCASE) WHERE topic <> '';

-- A deadline that was moved, set or lifted: local times, each in the zone it was meant in.
CREATE TABLE deadline_move (
  id          INTEGER PRIMARY KEY,
  letter_id   INTEGER NOT NULL REFERENCES letter (id),
  which       TEXT NOT NULL CHECK (which IN ('soft', 'hard')),
  before      TEXT,
  before_zone TEXT,
  after       TEXT,
  after_zone  TEXT,
  note        TEXT NOT NULL DEFAULT '',
  at          TEXT NOT NULL,
  CHECK ((before IS NULL OR before_zone IS NOT NULL) AND (after IS NULL OR after_zone IS NOT NULL))
) STRICT;
CREATE INDEX deadline_move_by_letter ON deadline_move (letter_id, at);

-- Domain: sign-ons ------------------------------------------------------------------------------------------------

-- affiliation: an individual's own organization, which does not sign. person_id: whom to write to. chase_after: the day until
-- which it is left alone. confirmed_as: the name that it printed when it was confirmed.
ALTER TABLE sign_on ADD COLUMN affiliation TEXT NOT NULL DEFAULT '';
ALTER TABLE sign_on ADD COLUMN person_id INTEGER REFERENCES person (id);
ALTER TABLE sign_on ADD COLUMN chase_after TEXT;
ALTER TABLE sign_on ADD COLUMN confirmed_as TEXT CHECK (confirmed_as <> '');
CREATE INDEX sign_on_by_person ON sign_on (person_id) WHERE person_id IS NOT NULL;

-- name, media, bytes, sha256: of the file, where there is one. sender, subject, sent_at: of a message.
ALTER TABLE evidence ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN media TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN bytes INTEGER;
ALTER TABLE evidence ADD COLUMN sha256 TEXT REFERENCES stored_file (sha256);
ALTER TABLE evidence ADD COLUMN sender TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN sent_at TEXT;
CREATE INDEX evidence_by_file ON evidence (sha256) WHERE sha256 IS NOT NULL;

-- What was written or said to somebody about a sign-on. A note is no contact.
CREATE TABLE outreach (
  id         INTEGER PRIMARY KEY,
  sign_on_id INTEGER NOT NULL REFERENCES sign_on (id),
  kind       TEXT NOT NULL CHECK (kind IN ('ask', 'reminder', 'call', 'note')),
  via        TEXT CHECK (via IN ('email', 'form', 'phone', 'paper', 'meeting', 'list')),
  person_id  INTEGER REFERENCES person (id),
  at         TEXT NOT NULL,
  text       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX outreach_by_sign_on ON outreach (sign_on_id, at);
CREATE INDEX outreach_by_person ON outreach (person_id) WHERE person_id IS NOT NULL;

-- The history -----------------------------------------------------------------------------------------------------

-- Who authorized it, as they were named then.
ALTER TABLE event ADD COLUMN authorized_by TEXT NOT NULL DEFAULT '';
