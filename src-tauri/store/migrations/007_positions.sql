-- Where a letter's list ends, which each sign-on that is added asks, and its order: without it, each looks through all of them.

CREATE INDEX sign_on_by_position ON sign_on (letter_id, position);
