-- Of whom something is so, or is not where those are fewer: what a filter of people asks, read without the rest of their rows.

CREATE INDEX person_list_may_sign ON person_list (may_sign) WHERE may_sign;
CREATE INDEX person_list_primary ON person_list (is_primary) WHERE is_primary;
CREATE INDEX person_list_gone ON person_list (is_current) WHERE NOT is_current;
CREATE INDEX person_list_do_not_contact ON person_list (do_not_contact) WHERE do_not_contact;
CREATE INDEX person_list_no_phone ON person_list (has_phone) WHERE NOT has_phone;
CREATE INDEX person_by_languages ON person (languages) WHERE languages <> '';
