SELECT o.id, o.name, o.prints_as,
  (SELECT coalesce(group_concat(name, '; '), '') FROM organization_alias WHERE organization_id = o.id),
  o.city, o.state, o.country, o.scope, o.kind, o.membership, o.parent_id,
  (SELECT name FROM organization p WHERE p.id = o.parent_id), o.website,
  (SELECT coalesce(group_concat(tag, char(10) ORDER BY tag COLLATE NOCASE), '') FROM organization_tag
   WHERE organization_id = o.id),
  o.decides, o.lead_days, o.never_signs, o.ask_first,
  (SELECT p.name FROM affiliation a JOIN person p ON p.id = a.person_id
   WHERE a.organization_id = o.id AND a.until IS NULL AND NOT p.do_not_contact
   ORDER BY a.is_primary DESC, a.may_sign DESC, a.entered, a.id LIMIT 1),
  l.letters, l.signed, l.last_contact, o.note{texts}
FROM organization o JOIN organization_list l ON l.organization_id = o.id WHERE o.id = ?1
