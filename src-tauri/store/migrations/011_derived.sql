-- What is derived follows the changeset that ends every action, undo and redo included (derived.rs): no trigger keeps it.
-- Those that guard the history, the stored files and the editions stay.

DROP TRIGGER organization_added;
DROP TRIGGER organization_changed;
DROP TRIGGER organization_text_changed;
DROP TRIGGER organization_renamed;
DROP TRIGGER organization_removed;
DROP TRIGGER organization_alias_added;
DROP TRIGGER organization_alias_changed;
DROP TRIGGER organization_alias_removed;
DROP TRIGGER organization_tag_added;
DROP TRIGGER organization_tag_changed;
DROP TRIGGER organization_tag_removed;
DROP TRIGGER sign_on_added;
DROP TRIGGER sign_on_changed;
DROP TRIGGER sign_on_removed;
DROP TRIGGER person_added;
DROP TRIGGER person_changed;
DROP TRIGGER person_contact_changed;
DROP TRIGGER person_removed;
DROP TRIGGER affiliation_added;
DROP TRIGGER affiliation_changed;
DROP TRIGGER affiliation_removed;
DROP TRIGGER contact_point_added;
DROP TRIGGER contact_point_changed;
DROP TRIGGER contact_point_removed;
DROP TRIGGER person_tag_added;
DROP TRIGGER person_tag_changed;
DROP TRIGGER person_tag_removed;
DROP TRIGGER letter_added;
DROP TRIGGER letter_changed;
DROP TRIGGER letter_removed;

-- What stands first is what was entered first.
DROP VIEW person_listed;
-- The affiliation that a list shows: the primary one, one that has not ended, the first.
CREATE VIEW person_listed AS
  SELECT p.id AS person_id, person_list_key(p.name, p.sort_as) AS sort_key, a.organization_id,
    coalesce((SELECT list_key(coalesce(o.sort_as, o.name)) FROM organization o WHERE o.id = a.organization_id), x'FF')
      AS organization_key,
    coalesce(nullif(a.role, ''), char(0x10FFFF)) AS role,
    coalesce((SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'email'
      ORDER BY preferred DESC, entered, id LIMIT 1), char(0x10FFFF)) AS email,
    EXISTS (SELECT 1 FROM contact_point c WHERE c.person_id = p.id AND kind = 'phone') AS has_phone,
    EXISTS (SELECT 1 FROM affiliation m WHERE m.person_id = p.id AND m.may_sign) AS may_sign,
    EXISTS (SELECT 1 FROM affiliation m WHERE m.person_id = p.id AND m.is_primary) AS is_primary,
    EXISTS (SELECT 1 FROM affiliation m WHERE m.person_id = p.id AND m.until IS NULL) AS is_current,
    p.do_not_contact
  FROM person p LEFT JOIN affiliation a ON a.id = (
    SELECT b.id FROM affiliation b WHERE b.person_id = p.id
    ORDER BY b.until IS NOT NULL, b.is_primary DESC, b.entered, b.id LIMIT 1);
