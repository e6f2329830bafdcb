-- The contact list: more about each organization, the people there, tags, saved filters, and what lists and search of a
-- hundred thousand need.

-- Domain: organizations ------------------------------------------------------------------------------------------

-- How it signs. decides: who says yes there. lead_days: how long that takes them. never_signs: topics. ask_first: never
-- put on a letter without a word beforehand.
ALTER TABLE organization ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE organization ADD COLUMN membership TEXT CHECK (membership IN ('member', 'ally', 'prospect', 'former'));
ALTER TABLE organization ADD COLUMN decides TEXT NOT NULL DEFAULT '';
ALTER TABLE organization ADD COLUMN lead_days INTEGER CHECK (lead_days >= 0);
ALTER TABLE organization ADD COLUMN never_signs TEXT NOT NULL DEFAULT '';
ALTER TABLE organization ADD COLUMN ask_first INTEGER NOT NULL DEFAULT 0 CHECK (ask_first IN (0, 1));

CREATE TABLE organization_tag (
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  tag             TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (organization_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_tag_by_tag ON organization_tag (tag COLLATE NOCASE);

-- Two organizations that a person said are not the same, whatever their names look like.
CREATE TABLE not_same (
  a_id INTEGER NOT NULL REFERENCES organization (id),
  b_id INTEGER NOT NULL REFERENCES organization (id),
  PRIMARY KEY (a_id, b_id),
  CHECK (a_id < b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_same_by_b ON not_same (b_id);

-- Domain: people -------------------------------------------------------------------------------------------------

-- name: as they write it. languages: BCP 47 tags, a space between, the preferred one first.
CREATE TABLE person (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  sort_as        TEXT CHECK (sort_as <> ''),
  pronouns       TEXT NOT NULL DEFAULT '',
  languages      TEXT NOT NULL DEFAULT '',
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
  note           TEXT NOT NULL DEFAULT ''
) STRICT;

-- An email or a phone, as it was typed. preferred: at most one of each kind.
CREATE TABLE contact_point (
  id        INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind      TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
  value     TEXT NOT NULL CHECK (value <> ''),
  preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1))
) STRICT;
CREATE INDEX contact_point_by_person ON contact_point (person_id);

-- One person at one organization. since, until: 2019, 2019-05 or 2019-05-12. is_primary: whom to write to there.
CREATE TABLE affiliation (
  id              INTEGER PRIMARY KEY,
  person_id       INTEGER NOT NULL REFERENCES person (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  role            TEXT NOT NULL DEFAULT '',
  since           TEXT,
  until           TEXT,
  may_sign        INTEGER NOT NULL DEFAULT 0 CHECK (may_sign IN (0, 1)),
  is_primary      INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1))
) STRICT;
CREATE INDEX affiliation_by_person ON affiliation (person_id);
CREATE INDEX affiliation_by_organization ON affiliation (organization_id);

CREATE TABLE person_tag (
  person_id INTEGER NOT NULL REFERENCES person (id),
  tag       TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (person_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_tag_by_tag ON person_tag (tag COLLATE NOCASE);

-- Domain: filters under a name -----------------------------------------------------------------------------------

-- filter: JSON.
CREATE TABLE saved_filter (
  id     INTEGER PRIMARY KEY,
  about  TEXT NOT NULL CHECK (about IN ('organizations', 'people')),
  name   TEXT NOT NULL CHECK (name <> ''),
  filter TEXT NOT NULL,
  UNIQUE (about, name)
) STRICT;

-- Domain: sign-ons; the history ----------------------------------------------------------------------------------

-- asked_at: when it was first asked, from which the days that an answer takes are counted.
ALTER TABLE sign_on ADD COLUMN asked_at TEXT;

ALTER TABLE event ADD COLUMN person_id INTEGER;
CREATE INDEX event_by_person ON event (person_id, seq) WHERE person_id IS NOT NULL;

-- Which rules made the derived columns and indexes below: when others do, they are made anew.
CREATE TABLE derived (version TEXT NOT NULL) STRICT;

-- Derived: where names begin --------------------------------------------------------------------------------------

CREATE INDEX organization_by_start ON organization (name_start(name));
CREATE INDEX organization_alias_by_start ON organization_alias (name_start(name));
CREATE INDEX person_by_start ON person (name_start(name));
CREATE INDEX person_by_surname ON person (surname_start(name));
CREATE INDEX contact_point_by_start ON contact_point (name_start(value));
CREATE INDEX letter_by_start ON letter (name_start(title));

-- Derived: what the lists sort and filter by ---------------------------------------------------------------------

-- One narrow row an organization, with an index for each order; scope, kind and membership as the number of their word.
-- sort_key: the base letters of the name only, for it stands in every index. What is blank sorts last: in text and keys a
-- value after all others, in numbers 99 or a million; of what is counted, most comes first.
DROP TRIGGER organization_added;
DROP TRIGGER organization_changed;
DROP TRIGGER organization_removed;
DROP TRIGGER organization_alias_added;
DROP TRIGGER organization_alias_changed;
DROP TRIGGER organization_alias_removed;
DROP TABLE organization_order;
DROP TABLE organization_search;

CREATE TABLE organization_list (
  organization_id INTEGER PRIMARY KEY,
  sort_key        BLOB NOT NULL,
  scope           INTEGER NOT NULL,
  kind            INTEGER NOT NULL,
  membership      INTEGER NOT NULL,
  city            TEXT NOT NULL,
  state           TEXT NOT NULL,
  country         TEXT NOT NULL,
  parent_id       INTEGER,
  parent_key      BLOB NOT NULL,
  lead_days       INTEGER NOT NULL,
  ask_first       INTEGER NOT NULL,
  has_person      INTEGER NOT NULL,
  has_signer      INTEGER NOT NULL,
  letters         INTEGER NOT NULL,
  signed          INTEGER NOT NULL,
  last_contact    TEXT
) STRICT;
CREATE INDEX organization_list_by_name ON organization_list (sort_key);
CREATE INDEX organization_list_by_scope ON organization_list (scope, sort_key);
CREATE INDEX organization_list_by_kind ON organization_list (kind, sort_key);
CREATE INDEX organization_list_by_membership ON organization_list (membership, sort_key);
CREATE INDEX organization_list_by_city ON organization_list (city COLLATE NOCASE, sort_key);
CREATE INDEX organization_list_by_state ON organization_list (state COLLATE NOCASE, sort_key);
CREATE INDEX organization_list_by_country ON organization_list (country COLLATE NOCASE, sort_key);
CREATE INDEX organization_list_by_parent ON organization_list (parent_key, sort_key);
CREATE INDEX organization_list_by_parent_id ON organization_list (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX organization_list_by_lead_days ON organization_list (lead_days, sort_key);
CREATE INDEX organization_list_by_letters ON organization_list (letters DESC, sort_key);
CREATE INDEX organization_list_by_signed ON organization_list (signed DESC, sort_key);
CREATE INDEX organization_list_by_last_contact ON organization_list (last_contact DESC, sort_key);

CREATE VIEW organization_listed AS
  SELECT o.id AS organization_id, list_key(coalesce(o.sort_as, o.name)) AS sort_key,
    word_number(o.scope) AS scope, word_number(o.kind) AS kind, word_number(o.membership) AS membership,
    coalesce(nullif(o.city, ''), char(0x10FFFF)) AS city, coalesce(nullif(o.state, ''), char(0x10FFFF)) AS state,
    coalesce(nullif(o.country, ''), char(0x10FFFF)) AS country, o.parent_id,
    coalesce((SELECT list_key(coalesce(p.sort_as, p.name)) FROM organization p WHERE p.id = o.parent_id), x'FF')
      AS parent_key,
    coalesce(o.lead_days, 1000000) AS lead_days, o.ask_first,
    EXISTS (SELECT 1 FROM affiliation a JOIN person p ON p.id = a.person_id
      WHERE a.organization_id = o.id AND a.until IS NULL AND NOT p.do_not_contact) AS has_person,
    EXISTS (SELECT 1 FROM affiliation a
      WHERE a.organization_id = o.id AND a.until IS NULL AND a.may_sign) AS has_signer,
    (SELECT count(*) FROM sign_on s WHERE s.organization_id = o.id) AS letters,
    (SELECT count(*) FROM sign_on s WHERE s.organization_id = o.id AND s.status = 'confirmed') AS signed,
    (SELECT max(s.last_contact) FROM sign_on s WHERE s.organization_id = o.id) AS last_contact
  FROM organization o;

CREATE VIRTUAL TABLE organization_search USING fts5 (
  name, alias, place, tag, content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIEW organization_text AS
  SELECT o.id, o.name || char(10) || coalesce(o.prints_as, '') AS name,
    (SELECT coalesce(group_concat(a.name, char(10)), '') FROM organization_alias a WHERE a.organization_id = o.id) AS alias,
    o.city || char(10) || o.state || char(10) || o.country AS place,
    (SELECT coalesce(group_concat(t.tag, char(10)), '') FROM organization_tag t WHERE t.organization_id = o.id) AS tag
  FROM organization o;

CREATE TABLE person_list (
  person_id        INTEGER PRIMARY KEY,
  sort_key         BLOB NOT NULL,
  organization_id  INTEGER,
  organization_key BLOB NOT NULL,
  role             TEXT NOT NULL,
  email            TEXT NOT NULL,
  has_phone        INTEGER NOT NULL,
  may_sign         INTEGER NOT NULL,
  is_primary       INTEGER NOT NULL,
  is_current       INTEGER NOT NULL,
  do_not_contact   INTEGER NOT NULL
) STRICT;
CREATE INDEX person_list_by_name ON person_list (sort_key);
CREATE INDEX person_list_by_organization ON person_list (organization_key, sort_key);
CREATE INDEX person_list_by_organization_id ON person_list (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX person_list_by_role ON person_list (role COLLATE NOCASE, sort_key);
CREATE INDEX person_list_by_email ON person_list (email COLLATE NOCASE, sort_key);

-- The affiliation that a list shows: the primary one, one that has not ended, the first.
CREATE VIEW person_listed AS
  SELECT p.id AS person_id, person_list_key(p.name, p.sort_as) AS sort_key, a.organization_id,
    coalesce((SELECT list_key(coalesce(o.sort_as, o.name)) FROM organization o WHERE o.id = a.organization_id), x'FF')
      AS organization_key,
    coalesce(nullif(a.role, ''), char(0x10FFFF)) AS role,
    coalesce((SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'email'
      ORDER BY preferred DESC, id LIMIT 1), char(0x10FFFF)) AS email,
    EXISTS (SELECT 1 FROM contact_point c WHERE c.person_id = p.id AND kind = 'phone') AS has_phone,
    EXISTS (SELECT 1 FROM affiliation m WHERE m.person_id = p.id AND m.may_sign) AS may_sign,
    EXISTS (SELECT 1 FROM affiliation m WHERE m.person_id = p.id AND m.is_primary) AS is_primary,
    EXISTS (SELECT 1 FROM affiliation m WHERE m.person_id = p.id AND m.until IS NULL) AS is_current,
    p.do_not_contact
  FROM person p LEFT JOIN affiliation a ON a.id = (
    SELECT b.id FROM affiliation b WHERE b.person_id = p.id
    ORDER BY b.until IS NOT NULL, b.is_primary DESC, b.id LIMIT 1);

CREATE VIRTUAL TABLE person_search USING fts5 (
  name, role, contact, tag, content = '', contentless_delete = 1, prefix = '1 2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- A phone is found by its digits too, however they were typed.
CREATE VIEW person_text AS
  SELECT p.id, p.name,
    (SELECT coalesce(group_concat(a.role, char(10)), '') FROM affiliation a WHERE a.person_id = p.id) AS role,
    (SELECT coalesce(group_concat(CASE c.kind WHEN 'phone' THEN c.value || char(10) || digits(c.value) ELSE c.value END,
      char(10)), '') FROM contact_point c WHERE c.person_id = p.id) AS contact,
    (SELECT coalesce(group_concat(t.tag, char(10)), '') FROM person_tag t WHERE t.person_id = p.id) AS tag
  FROM person p;

-- Derived rows follow their sources, whichever comes first: an undo applies rows in no order of its own, so what hangs on
-- an organization or a person can come or go while that is not there.

CREATE TRIGGER organization_added AFTER INSERT ON organization BEGIN
  REPLACE INTO organization_list SELECT * FROM organization_listed WHERE organization_id = new.id;
  REPLACE INTO organization_search (rowid, name, alias, place, tag) SELECT * FROM organization_text WHERE id = new.id;
  UPDATE organization_list SET parent_key = list_key(coalesce(new.sort_as, new.name)) WHERE parent_id = new.id;
  UPDATE person_list SET organization_key = list_key(coalesce(new.sort_as, new.name)) WHERE organization_id = new.id;
END;
CREATE TRIGGER organization_changed AFTER UPDATE ON organization BEGIN
  REPLACE INTO organization_list SELECT * FROM organization_listed WHERE organization_id = new.id;
END;
CREATE TRIGGER organization_text_changed AFTER UPDATE OF name, prints_as, city, state, country ON organization BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag) SELECT * FROM organization_text WHERE id = new.id;
END;
CREATE TRIGGER organization_renamed AFTER UPDATE OF name, sort_as ON organization BEGIN
  UPDATE organization_list SET parent_key = list_key(coalesce(new.sort_as, new.name)) WHERE parent_id = new.id;
  UPDATE person_list SET organization_key = list_key(coalesce(new.sort_as, new.name)) WHERE organization_id = new.id;
END;
CREATE TRIGGER organization_removed AFTER DELETE ON organization BEGIN
  DELETE FROM organization_list WHERE organization_id = old.id;
  DELETE FROM organization_search WHERE rowid = old.id;
END;

CREATE TRIGGER organization_alias_added AFTER INSERT ON organization_alias BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag)
    SELECT * FROM organization_text WHERE id = new.organization_id;
END;
CREATE TRIGGER organization_alias_changed AFTER UPDATE ON organization_alias BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag)
    SELECT * FROM organization_text WHERE id IN (old.organization_id, new.organization_id);
END;
CREATE TRIGGER organization_alias_removed AFTER DELETE ON organization_alias BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag)
    SELECT * FROM organization_text WHERE id = old.organization_id;
END;

CREATE TRIGGER organization_tag_added AFTER INSERT ON organization_tag BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag)
    SELECT * FROM organization_text WHERE id = new.organization_id;
END;
CREATE TRIGGER organization_tag_changed AFTER UPDATE ON organization_tag BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag)
    SELECT * FROM organization_text WHERE id IN (old.organization_id, new.organization_id);
END;
CREATE TRIGGER organization_tag_removed AFTER DELETE ON organization_tag BEGIN
  REPLACE INTO organization_search (rowid, name, alias, place, tag)
    SELECT * FROM organization_text WHERE id = old.organization_id;
END;

CREATE TRIGGER sign_on_added AFTER INSERT ON sign_on WHEN new.organization_id IS NOT NULL BEGIN
  UPDATE organization_list SET (letters, signed, last_contact) =
    (SELECT letters, signed, last_contact FROM organization_listed v WHERE v.organization_id = new.organization_id)
    WHERE organization_id = new.organization_id;
END;
CREATE TRIGGER sign_on_changed AFTER UPDATE OF organization_id, status, last_contact ON sign_on BEGIN
  UPDATE organization_list SET (letters, signed, last_contact) =
    (SELECT letters, signed, last_contact FROM organization_listed v
     WHERE v.organization_id = organization_list.organization_id)
    WHERE organization_id IN (old.organization_id, new.organization_id);
END;
CREATE TRIGGER sign_on_removed AFTER DELETE ON sign_on WHEN old.organization_id IS NOT NULL BEGIN
  UPDATE organization_list SET (letters, signed, last_contact) =
    (SELECT letters, signed, last_contact FROM organization_listed v WHERE v.organization_id = old.organization_id)
    WHERE organization_id = old.organization_id;
END;

CREATE TRIGGER person_added AFTER INSERT ON person BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = new.id;
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = new.id;
  UPDATE organization_list SET (has_person, has_signer) =
    (SELECT has_person, has_signer FROM organization_listed v
     WHERE v.organization_id = organization_list.organization_id)
    WHERE organization_id IN (SELECT organization_id FROM affiliation WHERE person_id = new.id);
END;
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = new.id;
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = new.id;
END;
CREATE TRIGGER person_contact_changed AFTER UPDATE OF do_not_contact ON person BEGIN
  UPDATE organization_list SET (has_person, has_signer) =
    (SELECT has_person, has_signer FROM organization_listed v
     WHERE v.organization_id = organization_list.organization_id)
    WHERE organization_id IN (SELECT organization_id FROM affiliation WHERE person_id = new.id);
END;
CREATE TRIGGER person_removed AFTER DELETE ON person BEGIN
  DELETE FROM person_list WHERE person_id = old.id;
  DELETE FROM person_search WHERE rowid = old.id;
END;

CREATE TRIGGER affiliation_added AFTER INSERT ON affiliation BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = new.person_id;
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = new.person_id;
  UPDATE organization_list SET (has_person, has_signer) =
    (SELECT has_person, has_signer FROM organization_listed v
     WHERE v.organization_id = organization_list.organization_id)
    WHERE organization_id = new.organization_id;
END;
CREATE TRIGGER affiliation_changed AFTER UPDATE ON affiliation BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id IN (old.person_id, new.person_id);
  REPLACE INTO person_search (rowid, name, role, contact, tag)
    SELECT * FROM person_text WHERE id IN (old.person_id, new.person_id);
  UPDATE organization_list SET (has_person, has_signer) =
    (SELECT has_person, has_signer FROM organization_listed v
     WHERE v.organization_id = organization_list.organization_id)
    WHERE organization_id IN (old.organization_id, new.organization_id);
END;
CREATE TRIGGER affiliation_removed AFTER DELETE ON affiliation BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = old.person_id;
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = old.person_id;
  UPDATE organization_list SET (has_person, has_signer) =
    (SELECT has_person, has_signer FROM organization_listed v
     WHERE v.organization_id = organization_list.organization_id)
    WHERE organization_id = old.organization_id;
END;

CREATE TRIGGER contact_point_added AFTER INSERT ON contact_point BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = new.person_id;
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = new.person_id;
END;
CREATE TRIGGER contact_point_changed AFTER UPDATE ON contact_point BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id IN (old.person_id, new.person_id);
  REPLACE INTO person_search (rowid, name, role, contact, tag)
    SELECT * FROM person_text WHERE id IN (old.person_id, new.person_id);
END;
CREATE TRIGGER contact_point_removed AFTER DELETE ON contact_point BEGIN
  REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = old.person_id;
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = old.person_id;
END;

CREATE TRIGGER person_tag_added AFTER INSERT ON person_tag BEGIN
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = new.person_id;
END;
CREATE TRIGGER person_tag_changed AFTER UPDATE ON person_tag BEGIN
  REPLACE INTO person_search (rowid, name, role, contact, tag)
    SELECT * FROM person_text WHERE id IN (old.person_id, new.person_id);
END;
CREATE TRIGGER person_tag_removed AFTER DELETE ON person_tag BEGIN
  REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = old.person_id;
END;

-- What an earlier version of the file had is listed and found at once.
UPDATE sign_on SET asked_at = last_contact WHERE status <> 'to-ask';
INSERT INTO organization_list SELECT * FROM organization_listed;
INSERT INTO organization_search (rowid, name, alias, place, tag) SELECT * FROM organization_text;
