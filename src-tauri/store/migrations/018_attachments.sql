-- attach: what the messages of a text to write with carry of the letter itself.
ALTER TABLE template ADD COLUMN attach TEXT NOT NULL DEFAULT 'nothing' CHECK (attach IN ('nothing', 'pdf', 'docx'));
