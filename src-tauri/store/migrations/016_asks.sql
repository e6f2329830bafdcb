-- Asks and answers: the codes by which an answer finds its sign-on, texts to write with, whom to write to one after the other,
-- and what is learned of addresses and messages.

-- Domain: letters -------------------------------------------------------------------------------------------------

-- goal: how many are to confirm. form: the pre-filled address of the coordinator's own form, with marker words.
ALTER TABLE letter ADD COLUMN goal INTEGER CHECK (goal > 0);
ALTER TABLE letter ADD COLUMN form TEXT NOT NULL DEFAULT '';

-- A text to write with. Of one letter, or without one of every letter; the texts that ship are in no row.
CREATE TABLE template (
  id        INTEGER PRIMARY KEY,
  letter_id INTEGER REFERENCES letter (id),
  kind      TEXT NOT NULL CHECK (kind IN ('ask', 'reminder', 'in-writing', 'reconfirm', 'receipt', 'delivered', 'thanks')),
  language  TEXT NOT NULL CHECK (language IN ('en', 'es')),
  subject   TEXT NOT NULL,
  text      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX template_of ON template (coalesce(letter_id, 0), kind, language);

-- Domain: people --------------------------------------------------------------------------------------------------

-- dead_on: the day on which a message to it came back for good.
ALTER TABLE contact_point ADD COLUMN dead_on TEXT;

-- Domain: sign-ons ------------------------------------------------------------------------------------------------

-- The same table, with what else can be written to somebody: that they are listed, that the letter went out, thanks.
CREATE TABLE outreach_wider (
  id         INTEGER PRIMARY KEY,
  sign_on_id INTEGER NOT NULL REFERENCES sign_on (id),
  kind       TEXT NOT NULL CHECK (kind IN ('ask', 'reminder', 'call', 'note', 'receipt', 'delivered', 'thanks')),
  via        TEXT CHECK (via IN ('email', 'form', 'phone', 'paper', 'meeting', 'list')),
  person_id  INTEGER REFERENCES person (id),
  at         TEXT NOT NULL,
  text       TEXT NOT NULL DEFAULT '',
  entered    INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO outreach_wider SELECT id, sign_on_id, kind, via, person_id, at, text, entered FROM outreach;
DROP TABLE outreach;
ALTER TABLE outreach_wider RENAME TO outreach;
CREATE INDEX outreach_by_sign_on ON outreach (sign_on_id, at);
CREATE INDEX outreach_by_person ON outreach (person_id) WHERE person_id IS NOT NULL;

-- The mark of one ask, in the form in which it is written: US-7K3QX9D.
CREATE TABLE ask_code (
  code       TEXT PRIMARY KEY CHECK (length(code) = 10),
  sign_on_id INTEGER NOT NULL REFERENCES sign_on (id),
  person_id  INTEGER REFERENCES person (id),
  at         TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ask_code_by_sign_on ON ask_code (sign_on_id);

-- A message of ours that was sent, learned from its copy: what answers it names it.
CREATE TABLE sent_message (
  message_id TEXT PRIMARY KEY CHECK (message_id <> ''),
  sign_on_id INTEGER NOT NULL REFERENCES sign_on (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_message_by_sign_on ON sent_message (sign_on_id);

-- The desk: whom to write to, one after the other. state: still to write, its draft is open, written (outreach_id says where
-- that is noted), left out. kind: of the template.
CREATE TABLE desk_item (
  id          INTEGER PRIMARY KEY,
  letter_id   INTEGER NOT NULL REFERENCES letter (id),
  sign_on_id  INTEGER NOT NULL UNIQUE REFERENCES sign_on (id),
  person_id   INTEGER REFERENCES person (id),
  kind        TEXT NOT NULL CHECK (kind IN ('ask', 'reminder', 'in-writing', 'reconfirm', 'receipt', 'delivered', 'thanks')),
  position    INTEGER NOT NULL,
  personal    TEXT NOT NULL DEFAULT '',
  state       TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'opened', 'sent', 'left')),
  outreach_id INTEGER REFERENCES outreach (id)
) STRICT;
