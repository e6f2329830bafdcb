-- The texts of an organization (organization/fields.rs) are sorted by in the list, and found by the search box.
ALTER TABLE organization_list ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE organization_list ADD COLUMN owner TEXT NOT NULL DEFAULT '';
CREATE INDEX organization_list_by_district ON organization_list (district COLLATE NOCASE, sort_key);
CREATE INDEX organization_list_by_owner ON organization_list (owner COLLATE NOCASE, sort_key);

DROP VIEW organization_listed;
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
    (SELECT max(s.last_contact) FROM sign_on s WHERE s.organization_id = o.id) AS last_contact,
    coalesce(nullif(o.district, ''), char(0x10FFFF)) AS district,
    coalesce(nullif(o.owner, ''), char(0x10FFFF)) AS owner
  FROM organization o;
UPDATE organization_list SET (district, owner) = (
  SELECT coalesce(nullif(o.district, ''), char(0x10FFFF)), coalesce(nullif(o.owner, ''), char(0x10FFFF))
  FROM organization o WHERE o.id = organization_list.organization_id);

DROP VIEW organization_text;
CREATE VIEW organization_text AS
  SELECT o.id, o.name || char(10) || coalesce(o.prints_as, '') AS name,
    (SELECT coalesce(group_concat(a.name, char(10)), '') FROM organization_alias a WHERE a.organization_id = o.id) AS alias,
    o.city || char(10) || o.state || char(10) || o.country || char(10) || o.district || char(10) || o.owner AS place,
    (SELECT coalesce(group_concat(t.tag, char(10)), '') FROM organization_tag t WHERE t.organization_id = o.id) AS tag
  FROM organization o;
REPLACE INTO organization_search (rowid, name, alias, place, tag)
  SELECT v.* FROM organization_text v JOIN organization o ON o.id = v.id WHERE o.district <> '' OR o.owner <> '';
