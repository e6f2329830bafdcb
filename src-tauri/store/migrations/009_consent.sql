-- What an answer rests on, and what a no makes of it.

-- dated: whether `at` is the evidence's own moment, its own day (then `at` is the noon of it in the letter's zone), or only when
-- it was entered. entered: the line of the history at which it was entered, which orders what has no date of its own.
-- about: the answer, or who may give it.
ALTER TABLE evidence ADD COLUMN dated TEXT NOT NULL DEFAULT 'time' CHECK (dated IN ('time', 'day', 'entry'));
ALTER TABLE evidence ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN about TEXT NOT NULL DEFAULT 'answer' CHECK (about IN ('answer', 'authority'));

-- The same of the last no. unnamed: it counts and is named in no block.
ALTER TABLE sign_on ADD COLUMN refused_dated TEXT NOT NULL DEFAULT 'time' CHECK (refused_dated IN ('time', 'day', 'entry'));
ALTER TABLE sign_on ADD COLUMN refused_entered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sign_on ADD COLUMN unnamed INTEGER NOT NULL DEFAULT 0 CHECK (unnamed IN (0, 1));

ALTER TABLE letter_version ADD COLUMN entered INTEGER NOT NULL DEFAULT 0;

-- Who signs beside the signer of a sign-on. shown: whether they print where signers do.
CREATE TABLE further_signer (
  id         INTEGER PRIMARY KEY,
  sign_on_id INTEGER NOT NULL REFERENCES sign_on (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  title      TEXT NOT NULL DEFAULT '',
  position   INTEGER NOT NULL,
  shown      INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1))
) STRICT;
CREATE INDEX further_signer_by_sign_on ON further_signer (sign_on_id, position);

-- A finding of the check that somebody accepted, by its kind, its sign-on and the facts that it rests on: with other facts it is
-- another finding.
CREATE TABLE settled_finding (
  id         INTEGER PRIMARY KEY,
  letter_id  INTEGER NOT NULL REFERENCES letter (id),
  finding    TEXT NOT NULL CHECK (finding <> ''),
  settled_by TEXT NOT NULL CHECK (settled_by <> ''),
  word       TEXT NOT NULL,
  at         TEXT NOT NULL,
  UNIQUE (letter_id, finding)
) STRICT;
