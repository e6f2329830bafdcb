### What the core says. The window's own words are in ui.en.ftl.

## Errors: what is wrong and what to do
error-not-found = There is no { $what ->
    [letter] letter
    [organization] organization
    [person] person
    [filter] filter
    [sign-on] sign-on
    [edition] edition
    [evidence] file of evidence
    [version] version
    [draft] draft
    [style] style
   *[other] entry
  } called “{ $reference }”. Check the spelling, or list what there is.
error-ambiguous = “{ $reference }” can mean several: { $candidates }. Give more of the name, or the id.
error-nothing-to-undo = There is nothing to undo.
error-nothing-to-redo = There is nothing to redo.
error-not-a-coalition = { $file } isn’t an Undersigned file, or is damaged. It was left as it is.
error-file-too-new = { $file } was saved by a newer version of Undersigned. It was left as it is; install that version to open it.
error-in-use = { $file } is open in another window or program. Close it there, then try again.
error-folder-missing = There is no folder { $folder }. Make it first, or choose another one.
error-file-moved = { $file } was moved, renamed or replaced by another program while it was open. Nothing more is written to it. Save a copy of what you see, then open the file you want to work on.
error-locked = { $file } is locked. Give its passphrase to open it.
error-wrong-passphrase = This passphrase does not open { $file }. Type it again; if it is certainly right, the file is damaged: open a backup.
error-passphrase-empty = Type a passphrase.
error-passphrase-long = A passphrase has at most 500 characters.
error-path-text = The name of this folder or file can’t be written as text. Choose another.
error-shared = This folder is synced by { $name }. A sync program copies the file while it is being written and can put another version in its place: people have lost lists that way.
error-on-network = This folder is on another computer. File locks can’t be relied on over a network: people have lost lists that way.
error-not-locked = This file has no passphrase. Set one first.
error-no-keychain = This computer has no keychain, or it is locked. Type the passphrase instead.
notice-no-backup = No backup was made: { $reason }
notice-moved-left = The file was copied here, but stays where it was: { $reason }
error-restore-itself = This is the file you are about to replace. Choose one of its backups.
error-file-missing = { $file } is not there. It may have been moved or renamed; look for it, then open it.
error-file-exists = { $file } is there already, and nothing was written over it. Choose another name.
error-over-coalition = { $file } is a coalition, or is named like one, so nothing else can be saved there. Choose another name.
error-not-writable = { $file } can’t be written. Check its permissions and those of its folder, or choose another place.
error-read-only = { $file } is read-only: it, or its folder, can’t be changed. Save a copy to work on it.
error-disk-full = The disk is full, and nothing was changed. Free some space, then try again.
error-damaged = The file is damaged, and nothing was changed. Open a backup, or save what can be read of it as a new file.
error-damaged-file = “{ $file }” is damaged and was left as it is. Open a backup, or save what can be read of it as a new file.
error-cancelled = Cancelled. Nothing was changed.
error-no-randomness = The system supplied no random numbers, and nothing was changed. Try again.
error-database = The file could not be read or written ({ $detail }), and nothing was changed. Try again; if it happens again, save a copy elsewhere.
error-system = The system refused ({ $detail }), and nothing was changed. Try again.
error-undo-conflict = This step can’t be undone, because something it depends on has changed since. Nothing was changed.
error-import-used = Something in this import has been changed or used since, so it can’t be undone on its own. Undo the later steps first, or remove rows by hand.
error-import-beyond = This import is too old to undo. Remove what it added by hand.
error-word-unknown = “{ $text }” isn’t one of the words that fit here. Use one of: { $words }.
error-zone-unknown = “{ $zone }” isn’t a time zone. Write it like America/Chicago.
error-deadline-unreadable = “{ $text }” isn’t a date with a time. Write it like 2020-12-18T17:00.
error-file-name = Choose a name for the file, without / \ : * ? " < > |.
error-sample-renamed = The sample can’t be renamed. Save a copy of it first.
error-time-unclear = “{ $text }” isn’t a date we can read. Try “Dec 4, 5 PM”, “12/4” or “tomorrow noon”.
error-time-none = There is no such date or time: “{ $text }”.
error-time-weekday = “{ $text }”: that date is a { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
  }.
error-deadline-order = The reply-by date is later than the final deadline. Swap them, or change one.
error-date-unreadable = “{ $text }” isn’t a date. Write it like 2020-12-15.
error-lead-unknown = One of the lead organizations is no longer in the coalition. Choose the leads again.
error-name-empty = A name is missing. Write it as it should print.
error-name-long = The name is longer than { $most } characters. Shorten it.
error-organization-twin = There is already an organization called “{ $name }”. Use that one, or add something that tells them apart.
error-organization-circle = An organization can’t be part of itself. Choose another parent.
error-organization-used = “{ $name }” is on a letter, leads one or has chapters, so it can’t be removed. Mark it as a former member instead.
error-organizations-used = None of these { $count } organizations can be removed: each is on a letter, leads one or has chapters. Mark them as former members instead.
error-one-name-each = Each organization and person has its own name. Change one at a time.
error-days = Write a number of days from 0 to { $most }, or leave it empty.
error-yes-or-no = Write yes or no.
error-email-name = Write the address alone, without a name around it: “{ $email }”.
error-email-several = “{ $email }” is more than one address. Put each on its own line.
error-email-space = “{ $email }” isn’t an email address: it has a space in it.
error-email-at = “{ $email }” isn’t an email address: it has no @.
error-email-before = “{ $email }” isn’t an email address: there is nothing before the @.
error-email-after = “{ $email }” isn’t an email address: there is nothing after the @.
error-email-two = “{ $email }” isn’t an email address: it has two @ signs.
error-email-dots = “{ $email }” isn’t an email address: it has one dot too many after the @.
error-email-ending = “{ $email }” isn’t an email address: it has no ending such as .org.
error-language-unknown = “{ $language }” isn’t a language we recognize. Choose one from the list, or write its code, such as es.
error-partial-date = “{ $date }” can’t be read as a date. Write a year, a month or a day: 2019, 2019-05 or 2019-05-12.
error-until-before-since = Somebody left before they came. Change one of the two dates.
error-nothing-chosen = Nothing is chosen. Choose one or more first.
error-confirmed-needs-writing = “{ $name }” can’t be confirmed yet: it needs a yes in writing, or the reason why it counts without one.
error-withdrawn-without-yes = “{ $name }” has not said yes, so there is nothing to withdraw. Use “declined”.
error-text-empty = There is no text in it. Copy the list again, then paste it.
error-list-no-name = No name was found in this text. Copy only the part with the names, one per line, or check that you copied the right text.
cli-all-declined = Everybody named in this text is listed as not signing.
error-text-large = That is more than { $most } MB of text, too much for a list. Copy only the part with the names.
error-text-long = That is more than { $most } lines, too many for a list. Copy only the part with the names.
error-text-binary = This is a picture, a document or a program, not text. Open it, copy the names in it, and paste them.
error-document-damaged = The document is damaged and was left as it is. Open it in the program it was written with, save it again, and choose that file.
error-document-large = The document is too large to be read, or would take too long. Copy the part with the names and paste that.
error-document-locked = The document is locked by a password. Open it, save a copy without one, and choose that copy.
error-document-pictures = This document holds only pictures of text. Make it searchable with a program that recognizes text, or type the names.
error-docx-not-a-document = This isn’t a Word document. Choose a file that ends in .docx.
error-docx-closed = The document is protected by a password, or is from an old version of Word. Open it in Word, save it as .docx without a password, and choose that file.
error-docx-damaged = The document is damaged and was left as it is. Open it in a word processor, save it again as .docx, and choose that file.
error-docx-too-large = The document would unpack to far more than a letter needs, so it was not opened. Choose another one.
error-docx-no-placeholder = The document has no placeholder. Write {"{{signatories}}"} where the block should go, save it, and choose it again.
error-docx-arrangement-unknown = The document asks for “{ $words }” after a colon in a placeholder, and there is no such arrangement. Correct it there, for example to {"{{signatories:prose}}"}.
error-docx-macros = This document holds macros, small programs that run when it is opened. Open it in Word, save it as a document without macros (.docx), and choose that file.
error-docx-misspelled = The document has “{ $written }”, which isn’t a placeholder. Write { $meant } there, save it, and choose it again.
error-docx-arrangement-meant = The document asks for “{ $words }” after a colon in a placeholder, and there is no such arrangement. Write “{ $meant }” there if that is what you meant.
error-docx-onto-itself = The filled document would be written over the one with the placeholders. Choose another name for it.
block-docx-left = “{ $written }” was left as it is: there is no placeholder with that name.
block-docx-left-meant = “{ $written }” was left as it is. Did you mean { $meant }?
block-docx-fixed-text-box = The names are in a text box that does not grow with its text. Check that all of them can be seen.
block-docx-fixed-row = The names are in a table row whose height is fixed. Check that all of them can be seen.
block-docx-fixed-frame = The names are in a frame whose height is fixed. Check that all of them can be seen.
block-docx-long-text-box = Many names are in a text box, which does not continue on another page. Check that all of them can be seen.
block-docx-header-or-footer = Many names are in a header or footer, which does not continue on another page. Check that all of them can be seen.
block-docx-unbound = A field filled itself from the document’s own data, which would have replaced the names. It is no longer linked to that data.
block-docx-signed = The document had a digital signature, which is no longer valid now that it is filled.
block-docx-tracked = The document tracks changes. The names were added without being marked as a change.
block-docx-protected = The document is protected against changes. It was filled anyway, and stays protected.
block-docx-from-template = The template was filled and is now a document.
block-logos-as-names = This format has no pictures: names take the place of the logos. HTML, Word and PDF show the logos.
block-pdf-boxes = A PDF can’t show some letters in these, which appear as empty boxes: { $texts }. Save the block as a Word document instead, and print it from there.
error-block-with-text-format = The letter and its block can be saved together as a Word document or a PDF. Choose one of the two.
error-logo-none = { $name } has no logo.
error-logo-permitted-by = Say who gave permission to print the logo.
error-picture-none = This picture can’t be used. Choose a PNG or a JPEG, or save a copy as PNG first.
error-picture-large = The picture is larger than { $most } MB. Save a smaller copy, and choose that.
error-picture-pixels = The picture has more than { $most } million pixels. Save a smaller copy, and choose that.
error-picture-damaged = The picture is damaged, and could not be read. Choose another copy of it.
error-picture-blank = This picture can’t be seen on white paper. Choose the logo in dark colors.
error-pdf-letters = A PDF can’t show the letters of “{ $text }”. Save the block as a Word document instead, and print it from there.
error-docx-not-written = The document could not be put together. Try again, or choose another format.
error-xlsx-too-many-rows = A sheet holds at most { $most } signatories. Choose another format.
error-xlsx-text-too-long = A name or another text is longer than the { $most } characters that a cell can hold. Shorten it, or choose another format.
error-xlsx-not-written = The workbook could not be put together. Try again, or choose another format.
error-pair-missing = Line { $line } has no tab between two names. Write two names on each line, with a tab between them.
error-no-coalition = No coalition is open. Open one, or start a new one.
error-edition-empty = Nobody is listed yet, so there is nothing to freeze. Confirm a sign-on first.
error-take-in = There is no name in what you selected. Select the words of the name.
error-split = The name can’t be split there. Choose a place between two words.
error-block-no-group = Nobody is listed under “{ $group }”. The groups are: { $groups }.
error-block-choice = A block has no such option. Choose another one.
error-format-is-a-file = This format can’t be shown as text. Save the block as a file instead.
error-print = The system could not open its print dialog. Save the block as a document and print that.
error-window = No other window could be opened. Close one, or open the coalition in this one.
error-clipboard = The clipboard could not be written. Try again, or save the block as a file.

## What was done, for the undo menu and the history

op-add-organization = Added { $name }
op-set-organization = Changed { $name }
op-remove-organization = Removed { $name }
op-remove-organizations = { $count ->
    [one] Removed one organization
   *[other] Removed { $count } organizations
}
op-set-organizations = { $count ->
    [one] Changed one organization
   *[other] Changed { $count } organizations
}
op-keep-apart = Marked { $name } and { $other } as different
op-add-person = Added { $name }
op-set-person = Changed { $name }
op-set-people = { $count ->
    [one] Changed one person
   *[other] Changed { $count } people
}
op-remove-person = Removed { $name }
op-remove-people = { $count ->
    [one] Removed one person
   *[other] Removed { $count } people
}
op-merge-people = Merged { $drop } into { $keep }
op-forget-person = Forgot a person
op-forget-contacts = Forgot the contacts of an organization
op-salvage = Salvaged what could be read of a damaged file
op-save-filter = Saved the filter “{ $name }”
op-remove-filter = Removed the filter “{ $name }”
op-merge-organizations = Merged { $drop } into { $keep }
op-add-letter = Started “{ $title }”
op-set-letter = Changed “{ $title }”
op-set-stage = Marked “{ $title }” as { $stage ->
    [draft] a draft
    [circulating] circulating
    [closed] closed
    [delivered] delivered
   *[archived] archived
  }
op-remove-letter = Removed “{ $title }”
op-add-sign-ons = Added { $count ->
    [one] one organization
   *[other] { $count } organizations
  } to “{ $title }”
op-add-individual = Added { $name } to “{ $title }”
op-set-sign-on-status = { $status ->
    [to-ask] Marked as to ask
    [asked] Marked as asked
    [considering] Marked as considering
    [said-yes] Noted the yes of
    [confirmed] Confirmed
    [declined] Marked as declined
   *[withdrawn] Marked as withdrawn
  }{ $status ->
    [said-yes] {" "}
    [confirmed] {" "}
   *[other] {": "}
  }{ $count ->
    [one] { $name }
   *[other] { $count } sign-ons
  }
op-set-sign-on = Changed the sign-on of { $name }
op-remove-sign-ons = Took { $count ->
    [one] { $name }
   *[other] { $count } sign-ons
  } off the letter
op-set-block = Changed the layout of “{ $title }”
op-import-sign-ons = Recorded { $count ->
    [one] one sign-on
   *[other] { $count } sign-ons
  } on “{ $title }”
op-import-organizations = Imported { $count ->
    [one] one organization
   *[other] { $count } organizations
  }
op-import-table = Imported { $count ->
    [one] one row
   *[other] { $count } rows
  } from { $name }
op-import-rows = Imported { $count ->
    [one] one pasted row
   *[other] { $count } pasted rows
  }
op-undo-import = { $name ->
    [none] Took back an import of pasted text
   *[other] Took back the import of { $name }
  }
op-add-version = Added version { $number } of “{ $title }”
op-arrange-sign-ons = Moved { $count ->
    [one] { $name }
   *[other] { $count } names
  } in the block
op-rename-heading = Renamed the heading “{ $from }” to “{ $to }”
op-remove-heading = Removed the heading “{ $from }”
op-save-style = Saved the style “{ $name }”
op-set-logo = Set the logo of { $name }
op-remove-logo = Removed the logo of { $name }
op-remove-style = Removed the style “{ $name }”
op-freeze-edition = Froze edition { $number } of “{ $title }”
op-unknown = An action of another version of Undersigned ({ $word })

## What becomes of a row of an import

import-new = Will be added
import-chosen = As you chose
import-question = Is it one of these: { $names }? Or a new one?
import-asked = May match one you have: decide
import-asked-guess = No heading says that this is the name of an organization: decide
import-asked-guess-person = No heading says that this is the name of a person: decide
import-asked-hidden = The row is hidden in the file: decide
import-asked-person = Several people are called { $name }: decide who it is
import-asked-nobody = Names no organization: decide whether the person signs for themselves
import-asked-row-elsewhere = “{ $name }” in row { $row } is in another place: decide whether it is the same
import-comment-contradicts = The comment says otherwise: “{ $text }”. Decide whether they sign
import-asked-swapped = The row seems to have the person in the organization’s place; it would be read as { $organization }, with { $person }: decide
import-asked-desk = “{ $name }” seems to be a desk and no person: decide
import-asked-surname = “{ $name }” seems to begin with the surname; it would be read as { $person }: decide
import-asked-row = May be “{ $name }” in row { $row }: decide
import-asked-elsewhere = One of this name is in another place: decide whether it is the same
import-same-row = The same as row { $row }
import-dropped = Left out by you
import-not-signing = Listed under a heading for those who did not sign
import-individual = Signs as a person
import-person = A person, not an organization
import-there = Already in your list
import-taken = Taken from an earlier file, and unchanged since
import-answer-before = Taken from an earlier file, and changed since
import-new-person = A new person there
import-person-by-email = Matched by { $email }
import-person-by-name = Someone with this name is in your list
import-no-organization = Names no organization
import-no-person = Names nobody
import-no-individuals = A person, and only organizations sign this letter
import-nobody = Names neither an organization nor a person
import-unclear = “{ $text }” is neither a yes nor a no. Write one of them, and import the row again.
import-mail-several = Names several organizations: { $names }. Decide which one it speaks for
import-note-hidden-columns = { $count ->
    [one] One column is hidden in the file, and is not used
   *[other] { $count } columns are hidden in the file, and are not used
}
import-mail-unknown = Nobody here writes from this address. Say which organization it is.
import-remembered = As on { $day }, from { $name }
import-flag-answer-changed = Changed since it was taken
import-flag-printed-before = Printed as “{ $name }” last time
import-flag-prints-as = Prints as “{ $name }” here; this row says “{ $given }”
import-flag-firmer = Stays { $status ->
    [asked] asked
    [considering] considering
    [said-yes] yes, not in writing
    [confirmed] confirmed
    [declined] declined
    [withdrawn] withdrawn
   *[to-ask] to ask
  }, which says more
import-flag-person-name = Known as { $name }; this row says { $given }
import-flag-shared-email = { $email } is { $name }’s too
import-flag-parent = Couldn’t find a parent called “{ $text }”
import-flag-mail-by-name = The sender is known by name only, not by this address
import-flag-other-person = Several people are called { $name }; who it is was left open
import-loss-phone = “{ $text }” isn’t a phone number; kept in the note
import-loss-error = The file shows an error, “{ $text }”, where a value should be; it was read as empty
import-loss-name = “{ $text }” isn’t a person’s name; kept in the note
import-loss-website = “{ $text }” isn’t a web address; kept in the note
import-loss-states = “{ $text }” isn’t one state; kept in the note
import-loss-email = “{ $text }” isn’t an email address; kept in the note
import-loss-scope = “{ $text }” isn’t a scope we recognize; left out
import-loss-kind = “{ $text }” isn’t a type we know; kept as a tag
import-note-loss-email = { $column }: { $count } rows hold something other than an email, such as “{ $text }”; kept in their notes
import-note-loss-phone = { $column }: { $count } rows hold something other than a phone number, such as “{ $text }”; kept in their notes
import-note-loss-website = { $column }: { $count } rows hold something other than a web address, such as “{ $text }”; kept in their notes
import-note-loss-states = { $column }: { $count } rows hold something other than one state, such as “{ $text }”; kept in their notes
import-note-loss-name = { $column }: { $count } rows hold something other than a person’s name, such as “{ $text }”; kept in their notes
import-note-loss-scope = { $column }: { $count } rows hold a scope we don’t recognize, such as “{ $text }”; left out
import-note-loss-kind = { $column }: { $count ->
    [one] one row holds a type we don’t know, “{ $text }”; kept as a tag
   *[other] { $count } rows hold a type we don’t know, such as “{ $text }”; kept as tags
}
import-note-loss-error = { $column }: { $count } rows hold a spreadsheet error, such as “{ $text }”; read as empty
import-note-parent = { $column }: in { $count } rows we couldn’t find the parent, such as “{ $text }”; left without one
import-note-signed-twice = { $count ->
    [one] One organization signed already, by somebody else.
   *[other] { $count } organizations signed already, by somebody else.
  }
import-note-changed = { $count ->
    [one] One answer changed since it was taken.
   *[other] { $count } answers changed since they were taken.
  }
import-note-printed-before = { $count ->
    [one] One name was printed differently last time.
   *[other] { $count } names were printed differently last time.
  }
import-note-shared-email = { $count ->
    [one] One email is shared with somebody else.
   *[other] { $count } emails are shared with somebody else.
  }
import-field-membership = Membership
import-field-tag = Tag
import-field-alias = Other name
import-field-prints-as = Prints as
import-field-scope = Scope
import-field-kind = Type
import-field-parent = Part of
import-field-city = City
import-field-state = State
import-field-country = Country
import-field-website = Website
import-field-district = District
import-field-owner = Who talks to it
import-field-note = Note
import-field-email = Email
import-field-phone = Phone
import-field-affiliation = Organization
import-field-role = Role
import-field-others = Also
import-field-status = Status
import-field-signer = Signer
import-field-title = Title
import-word = { $word ->
    [to-ask] to ask
    [asked] asked
    [considering] considering
    [said-yes] said yes
    [confirmed] confirmed
    [declined] declined
    [withdrawn] withdrawn
    [international] international
    [national] national
    [state] state
    [local] local
    [tribal] tribal
    [nonprofit] nonprofit
    [faith] faith
    [labor] labor
    [academic] academic
    [business] business
    [government] government
    [informal] informal
   *[other] { $word }
  }
import-kind-empty = empty
import-kind-emails = email addresses
import-kind-phones = phone numbers
import-kind-websites = web addresses
import-kind-dates = dates
import-kind-numbers = numbers
import-kind-states = states
import-kind-countries = countries
import-kind-answers = answers, yes or no
import-kind-words = words
import-origin-answers = { $count ->
    [one] { $name }, { $count } answer
   *[other] { $name }, { $count } answers
}
import-origin-rows = { $count ->
    [one] { $name }, { $count } row
   *[other] { $name }, { $count } rows
}
import-pasted = Pasted text
import-problem = Row { $row }: { $problem }
import-problem-rows = Rows { $rows }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
  }: { $problem }
import-reason = Reason
error-import-stale = Something was changed here since the preview was made. Nothing was imported; look at the new preview.
error-import-closed = This file is no longer open. Open it again.
error-import-row = This row has changed since. Look at the list again.
error-option-input = { $option } does not apply to this input, which was read as { $format }. Leave it out, or say with --format what the input is.
error-option-sign-ons = { $option } applies to sign-ons only. Leave it out, or import with --as sign-ons and --letter.
error-import-letter = Say which letter the sign-ons belong to.
error-import-map = Write it as "Column=field", such as "Group=organization".
error-no-column = There is no column “{ $heading }”. There are: { $headings }.

## Why two names are, or are not, taken for the same

reason-same-name = Same name
reason-same-alias = Known as “{ $alias }”
reason-different-legal-form = Same name, another legal form
reason-different-acronym = Same name, but { $a } and { $b } are different acronyms
reason-acronym = { $acronym } are its initials
reason-acronym-and-place = { $acronym } are its initials, and { $place } agrees
reason-word-order = The same words in another order
reason-small-words = Only small words differ
reason-spelling = “{ $a }” and “{ $b }” are spelled alike
reason-abbreviation = “{ $a }” is short for “{ $b }”, or the reverse
reason-translation = “{ $a }” is “{ $b }” in another language
reason-one-word-more = Only one of them has “{ $word }”
reason-one-word-differs = Only “{ $a }” and “{ $b }” differ
reason-part = “{ $part }” is a part of it
reason-with-place = The same name, one with its place: { $place }
reason-different-place = Different places: { $a } and { $b }
reason-different-chapter = Two chapters: { $a } and { $b }
reason-parent-and-chapter = “{ $chapter }” is a chapter of it
reason-number-more = Only one has the number { $number }
reason-different-number = Different numbers: { $a } and { $b }
reason-more-words = “{ $more }” makes it another organization
reason-unrelated = Too little in common

## What the reader of a list was unsure of

doubt-comma-inside = Read as one name. It may be two: “{ $head }” and “{ $tail }”. Split it if so.
doubt-perhaps-two = Read as one name. It may be two: “{ $first }” and “{ $second }”. Split it if so.
doubt-perhaps-part = This may be the end of the name before it, “{ $before }”. Join them if so.
doubt-perhaps-person = This looks like a person, not an organization. Check it before adding.
doubt-perhaps-heading = This looks like a heading. Leave it out if it is not a name.
doubt-perhaps-not-a-name = This does not look like a name. Correct it or leave it out.
doubt-perhaps-not-listed = This may not belong to the list. Leave it out if it did not sign.
doubt-unsure-fields = It is unclear which part is the organization, the person or the title. Check them before adding.
doubt-not-signing = Listed under “{ $heading }”, so it is left out. Include it only if it did sign.

## Words that a block adds of its own

block-scope-international = International
block-scope-national = National
block-scope-tribal = Tribal
block-scope-state = State
block-scope-local = Local
block-other = Other
block-leads = Lead organizations
block-signatories = Signatories
block-individuals = Individuals
block-late = Added after delivery
block-count-organizations = { $count ->
    [one] 1 organization
   *[other] { $count } organizations
  }
block-count-individuals = { $count ->
    [one] 1 individual
   *[other] { $count } individuals
  }
block-others = { $count ->
    [one] 1 other
   *[other] { $count } others
  }
block-and-others = { $count ->
    [one] and 1 other
   *[other] and { $count } others
  }
block-for-identification = for identification purposes only
block-identification-note = Organization listed for identification purposes only.
block-date = Date:
block-column-organization = Organization
block-column-signatory = Signatory
block-column-signer = Signed by
block-column-title = Title
block-column-place = Place
block-column-affiliation = Affiliation
block-column-group = Group

## The check before a letter goes out

check-empty = Nobody is listed. Confirm a sign-on first.
check-unwritten = “{ $name }” is listed, but its yes is not in writing. Ask for an email, or leave it out.
check-nobody-responsible = “{ $name }” has no contact and no evidence. Note who said yes, and how.
check-count-differs = The text says { $said }, but the block lists { $count }. Change the text, or the block.
check-title-missing = “{ $name }” prints its signer without a title. Add the title.
check-parent-and-chapter = “{ $name }” and its parent “{ $parent }” are both listed. Did both sign?
check-name-differs = “{ $name }” printed as “{ $before }” last time. Check which one is right.
check-said-yes-left-out = “{ $name }” said yes, but not in writing, and is left out. Ask for an email.
check-older-version = “{ $name }” signed an earlier version and has not confirmed this one, so it is not listed. Ask again.
check-withdrawn = “{ $name }” withdrew. Make sure the text does not name it.

## The command line

error-generate-not-empty = This coalition already has something in it, so nothing was written. Generate into an empty or a new one.
cli-done-undo = Undone: { $label }
cli-done-redo = Redone: { $label }
cli-read-only = { $file } can’t be written to, so it is open as read-only.
cli-verified = The file is in order.
cli-import-other-sheets = Other sheets, not imported: { $sheets }. Take them with --sheet.
cli-import-summary = { $read } read: { $created } created, { $updated } updated, { $unchanged } unchanged, { $rejected } rejected, { $asked } to decide.
cli-backed-up = Backed up to { $file }
salvaged-all = Everything could be read: { $rows } rows are in { $file }.
salvaged-part = { $rows } rows are in { $file }. Not all could be read; missing: { $losses }.{ $undo ->
    [cleared] {" "}What was done before can’t be undone there.
   *[kept] {""}
 }
cli-restored = The backup is now { $file }
cli-restored-kept = Restored. What was there is kept as { $file }
cli-no-backup = No backup was made before this: { $reason }
cli-locked = The file is locked. { $copies ->
    [0] There were no copies of it.
    [one] One copy of it was locked too.
   *[other] { $copies } copies of it were locked too.
  }
cli-unlocked = The file is no longer locked, and neither are its copies ({ $copies }).
cli-copy-left = { $file } could not be changed. Delete it if you do not need it.
cli-locked-already = The file is locked already. Change its passphrase with “passphrase change”.
cli-not-locked = The file is not locked. Lock it with “passphrase set”.
cli-no-new-passphrase = Say where the new passphrase is: --new-passphrase-file FILE
cli-passphrase-text = The passphrase file is not text.
cli-synced = This file is in a folder that { $name } copies to other computers. Work on it somewhere else, or it may be damaged.
cli-network = This file is on a network drive, where locks can’t be relied on. Keep it on this computer while you work, or it may be damaged.
cli-forgot = Forgotten: { $people } people. Struck out of { $texts } texts and { $editions } editions; { $sign-ons } sign-ons of their own, { $files } files and { $steps } undo steps are gone.
cli-would-forget = Would forget { $people } people: { $texts } texts and { $editions } editions name them; { $sign-ons } sign-ons of their own, { $files } files and { $steps } undo steps would go. This can’t be undone.
cli-namesake = Somebody else has the same name. Only what clearly refers to this person is removed: search for the rest.
cli-copy-holds = Still holds them, or can’t be read: { $file }
cli-exported = { $count } files written.
cli-no-file = Say which coalition: --file NAME.undersigned

# Files that are not read, and rows that are read with a loss.
error-file-empty = There is nothing in the file. Choose another one.
error-file-large = The file is larger than { $most } MB, too much for a list. Save only the sheet or the part with the names, and choose that.
error-file-unpacks = The file would unpack to more than { $most } MB, which no list does. It was not opened; save it again as CSV, and choose that.
error-file-long = There are more than { $most } rows or cells in it, too many for a list. Save only the part with the names, and choose that.
error-file-wide = Row { $row } has more than { $most } columns, too many for a list. Delete what is far to the right, or save only the columns with the names.
error-file-endless = Row { $row } has a text of more than { $most } KB, longer than any name or note. Take it out, or check that the right file was chosen.
error-file-binary = This is a picture, a document or a program, not a list. Choose a list, a spreadsheet, address cards or a message.
error-file-charset = “{ $charset }” isn’t a character set we recognize. Use one such as UTF-8, windows-1252 or ISO-8859-2.
error-file-damaged = The file is damaged or was cut off. Open it in the program that made it, save it again, and choose that.
error-file-locked = The file is locked with a password. Open it in the program that made it, save it without the password, and choose that.
error-file-declares = The file contains definitions that no spreadsheet needs and that attacks use. It was not opened; save it again as CSV, and choose that.
error-file-deep = The file is nested more deeply than any program makes one. It was not opened; save it again as CSV, and choose that.
error-file-other-headings = The sheet “{ $sheet }” has other headings than the first; import it by itself.
error-file-no-sheet = There is no sheet called “{ $sheet }”. Choose one of these: { $sheets }.
error-file-kind = Undersigned can’t read this kind of file. Save it as CSV, XLSX, ODS or vCard, or copy the list and paste it.
error-row-more-cells = It has more cells than there are headings; check whether a comma or a tab split a name.
error-row-quote-open = A quotation mark opens here and is never closed; check whether a name or a row is missing.
error-row-unreadable = Some characters can’t be read; choose another character set, or retype them.
error-row-card-open = The card breaks off; what there is of it was read.
error-row-card-empty = The card names nobody, and was left out.
error-row-outside-card = There is text before this card that belongs to no card; it was left out.
error-row-too-long = Something in it is longer than any name or note, and was left out.
error-row-message-empty = The message has neither sender nor text, and was left out.
error-row-message-parts = The message is in more parts than anybody sends, and was left out.
error-row-no-colon = A line of the card is missing its colon; the end of the line was taken for the number or the address.
error-row-heading-again = The headings again; not a row of data.
error-row-total = A total of the rows above; not a row of data.
error-row-section = It names the section that the rows below it are in.
error-row-remark = A remark about the table; not a row of data.
error-row-several = Names several organizations in one cell; each is read as a row of its own.

# Merging two organizations.
error-merge-itself = “{ $name }” can’t be merged into itself. Choose two organizations.

# Why two organizations are likely the same, besides their names.
reason-same-site = The same site: { $site }
reason-site-and-email = { $domain } is the site of one and in an email of the other
reason-same-email-domain = Emails of both at { $domain }

# The ledger: evidence, outreach, deadlines, individuals.
error-confirmed-needs-new-writing = “{ $name }” needs a new yes in writing, or the reason why it counts without one: its earlier yes was taken back, or was for another version.
error-stored-file-empty = There is nothing in the file. Choose another one.
error-stored-file-large = The file is larger than { $most } MB, more than is kept as evidence. Keep the part that says yes, such as a single page or the message without its attachments.
error-evidence-empty = There is no text. Write or paste what the signature rests on.
error-evidence-long = The text is longer than { $most } KB. Save it as a file, and add the file.
error-text-too-long = The text is longer than { $most } KB. Shorten it.
error-evidence-needed = “{ $name }” is confirmed and would be left with nothing in writing. Add something else first, or change its status.
error-affiliation-of-organization = “{ $name }” signs as an organization. Only a person who signs for themselves has an organization for identification.
error-no-individuals = “{ $title }” takes organizations only. Allow individuals in its settings, or add their organization.
error-individual-twin = “{ $name }” is on the letter already. Change that sign-on, or write the name so that the two can be told apart.
error-no-letter-on-topic = There is no earlier letter on “{ $topic }”. Give an earlier letter this topic, or choose the letter itself.
error-not-opened = “{ $name }” isn’t a document that opens from here. Save it first, if you trust where it came from.
error-nothing-opens = The system found nothing to open “{ $name }” with. Save it, and open it in a program that you choose.
error-no-picture = This isn’t a picture. Open the page again, then save it.

op-add-evidence = Added evidence for { $count ->
    [one] { $name }
   *[other] { $count } sign-ons
  }
op-remove-evidence = Removed evidence from { $name }
op-log-outreach = { $kind ->
    [ask] Noted that { $count ->
        [one] { $name } was asked
       *[other] { $count } were asked
      }
    [reminder] Noted a reminder to { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [call] Noted a call to { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [receipt] Noted a receipt to { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [delivered] Noted the final copy to { $count ->
        [one] { $name }
       *[other] { $count }
      }
    [thanks] Noted thanks to { $count ->
        [one] { $name }
       *[other] { $count }
      }
   *[note] Added a note on { $count ->
        [one] { $name }
       *[other] { $count } sign-ons
      }
  }
op-set-chase-after = Postponed { $count ->
    [one] { $name }
   *[other] { $count } sign-ons
  }
op-move-deadline = Moved the { $which ->
    [soft] reply-by date
   *[hard] final deadline
  } of “{ $title }”

# Why somebody is not asked unless chosen.
asking-never-signs = Never signs on { $topic }
asking-declined = Declined “{ $title }”
asking-ask-first = Wants a call first
asking-former = A former member
asking-nobody-to-write-to = Nobody there may be written to

# Why somebody is to be chased today.
followup-no-answer = { $days ->
    [0] Asked today, no answer
    [one] No answer since yesterday
   *[other] No answer for { $days } days
}
followup-board-date = { $days ->
    [one] Was going to answer by yesterday
   *[other] Was going to answer { $days } days ago
}
followup-unwritten = { $days ->
    [0] Said yes, not in writing yet
    [one] Said yes yesterday, not in writing
   *[other] Said yes { $days } days ago, not in writing
}
followup-deadline-soft = { $days ->
    [0] Replies are due today
    [one] Replies are due tomorrow
   *[other] Replies are due in { $days } days
}
followup-deadline-soft-passed = { $days ->
    [one] Replies were due yesterday
   *[other] Replies were due { $days } days ago
}
followup-deadline-hard = { $days ->
    [0] The letter closes today
    [one] The letter closes tomorrow
   *[other] The letter closes in { $days } days
}
followup-reconfirm = Must say yes to the new text
followup-reconfirm-by = { $days ->
    [0] Must say yes to the new text today
    [one] Must say yes to the new text by tomorrow
   *[other] Must say yes to the new text within { $days } days
}
followup-reconfirm-lapsed = { $days ->
    [one] Did not say yes to the new text by yesterday, and is left out
   *[other] The day to say yes to the new text was { $days } days ago; left out
}
followup-to-ask = Not asked yet
followup-to-ask-slow = Not asked yet, and takes { $days ->
    [one] a day
   *[other] { $days } days
  } to decide

# More that the check finds.
check-sent-and-withdrawn = “{ $name }” { $status ->
    [declined] declined
   *[other] withdrew
}, and edition { $edition } lists it. Freeze a corrected edition and send that.
check-twice = “{ $name }” and “{ $other }” are the same name. Merge the two, or remove one.
check-perhaps-twice = “{ $name }” and “{ $other }” may be the same. Merge the two, or say that they are not.
check-name-changed = “{ $name }” was confirmed as “{ $before }”. Make sure that they agreed to the change.
check-may-opt-out = { $count ->
    [one] One of those listed may still object to the new version.
   *[other] { $count } of those listed may still object to the new version.
  } Wait for the day, or ask.
check-late = { $count ->
    [one] One of those listed confirmed after the deadline.
   *[other] { $count } of those listed confirmed after the deadline.
  } Make sure late sign-ons are welcome.

# What differs between two editions, for an email.
edition-same-names = The list of signatories has not changed.
edition-added = { $count ->
    [one] Added: { $names }.
   *[other] Added ({ $count }): { $names }.
}
edition-removed = { $count ->
    [one] No longer on the letter: { $names }.
   *[other] No longer on the letter ({ $count }): { $names }.
}
edition-renamed-name = “{ $before }” as “{ $after }”
edition-renamed = Now listed differently: { $names }.

# The matrix of organizations and letters as a file.
matrix-organization = Organization
matrix-signed = Letters signed
matrix-status = { $status ->
    [to-ask] to ask
    [asked] asked
    [considering] considering
    [said-yes] said yes
    [confirmed] signed
    [declined] declined
   *[withdrawn] withdrew
}

# The command line on the ledger.
cli-name-changed = “{ $name }” was confirmed as “{ $before }”. Make sure that they agreed to the change.
cli-nobody-to-chase = Nobody needs to be written to today.

# What an entry of a block rests on.
ground-reason = By a named reason: { $reason }
ground-evidence = { $via ->
    [email] An email
    [form] A form
    [phone] A call
    [paper] A paper
    [meeting] A meeting
    [list] A list
   *[other] Evidence
} from { $day }{ $version ->
    [none] { "" }
   *[other] , for version { $version }
}

# What an import may not decide.
consent-withdrew = { $name } withdrew{ $day ->
    [none] { "" }
   *[other] { " " }on { $day }
}. This names it again. Accept it only if they have said yes since.
consent-declined = { $name } declined{ $day ->
    [none] { "" }
   *[other] { " " }on { $day }
}. This names it again. Accept it only if they have said yes since.
consent-refused-before = { $name } said no on { $day }, and nothing here is newer. Accept it only if they have said yes since.
consent-yes-to-no = { $name } has signed. This says that it has not. Accept it only if they said so themselves.
consent-name = { $name } is how it prints. This writes it “{ $given }”. Accept it only if they want to be listed that way.
consent-older-text = { $name } said this before the text that asks for a new yes. Accept it only if they have said yes to the latest text.
consent-taken-off = { $name } was on this letter and was taken off. This names it again. Accept it to put it back.
import-flag-condition = A yes with a condition, so it is marked as considering: “{ $text }”
import-flag-second-signer = { $name } has signed for it already; both names are kept, and it counts once.
import-mail-yes = The message seems to say yes. Read it, and accept it if it does.
import-mail-yes-but = The message seems to say yes, with a condition. Read it before you record anything.
import-mail-not-yet = The message seems to say that they haven’t decided yet.
import-mail-no = The message seems to say no.
import-mail-question = The message seems to ask a question, without a yes or a no.
import-mail-automatic = This is an automatic reply. Nobody has answered yet.
import-mail-delivery-failure = The message could not be delivered. Check the address and ask again.
import-mail-unclear = The message isn’t clearly a yes or a no. Read it, and decide.
error-verify-empty = Say who verified it and how, for example “by phone, with their director”.
op-verify-authority = Verified who signed for { $name }
op-set-unnamed = { $unnamed ->
    [yes] Left { $count ->
        [one] { $name }
       *[other] { $name } and { $count } in all
    } unnamed
   *[no] Named { $count ->
        [one] { $name }
       *[other] { $name } and { $count } in all
    } again
}
op-settle-finding = Accepted a finding on “{ $title }”

check-no-ground = { $name } is confirmed, but its evidence is gone or older than its last no, so it is left out. File the written yes again.
check-other-domain = The answer for { $name } came from { $fact }, which is not its website’s domain. Check that it came from them.
check-free-mail = The answer for { $name } came from a free email address ({ $fact }). Check that it came from them.
check-signer-not-there = { $fact } signed for { $name }, but isn’t among its people. Check that they may sign for it.
check-signer-may-not-sign = { $fact } signed for { $name }, but isn’t marked as someone who may sign. Check it, or mark them.
check-first-contact = You had no contact with { $name } before. Check that the answer came from someone who may sign for it.
check-former-organization = { $name } is marked as former. Check that it still exists and still signs.
check-list-only = { $count ->
    [one] One signature comes from a list alone. Ask for it in writing, or accept the list and say who vouches for it.
   *[other] { $count } signatures come from a list alone. Ask for each in writing, or accept the list and say who vouches for it.
}
check-asked-by-import = An import says something about { $name } that differs from what is recorded here. Decide, or accept what is recorded.
error-settle-empty = Say who accepts this finding, and why.
error-settle-no-ground = This can’t be accepted: nothing in writing supports this entry. Confirm it with something in writing, or take it off the list.
cli-settled = { $message } (accepted by { $by }: { $word })
cli-unnamed-editions = Editions frozen earlier still name it: { $editions }.
error-merge-no-ground = { $name } said no on “{ $title }” after the yes that was chosen. Take the no, or file the new yes first.

## Writing to people

error-template-empty = The message is empty. Write it, or go back to the original text.
error-template-syntax = Line { $line } can’t be read. A field is written {"{{"} organization {"}}"}, a condition {"{%"} if deadline {"%}"} … {"{%"} endif {"%}"}.
error-template-unknown = There is no field { $names }. There are: { $fields }.
error-template-missing = There is nothing for { $names }. Fill it in, or take it out of the text.
error-template-long = The text is too long to send. Shorten it.
error-form-address = This is not the address of a form. Copy the pre-filled address that begins with https:// from your form.
error-form-short = A short address carries no answers. Open it, and copy the long pre-filled address.
error-form-no-code = No answer in this address says CODE. In your form make a pre-filled link, type CODE into the field for the code, and paste the link here.
error-form-twice = { $word } is in several answers. Type it into one field only.
error-address-attachments = A link carries no attachment. Open it as a draft file instead.
error-address-plus = Outlook on the web turns a plus sign into a space. Copy it, or open it as a draft file.
error-address-long = This message makes a link of { $length } characters; up to { $most } are known to open. Copy it, or open it as a draft file.
error-draft-nobody = There is nobody to write to.
error-nobody-waits = No one on the desk is still waiting for a message.
error-group-of-several = A message to a group is about one letter and for one purpose. Start the desk with rows of one letter.
error-no-message-can-go = None of these messages can go. { $fault }
draft-day = { $day }
draft-moment = { $day }, { $hour } ({ $city } time)
draft-your-organization = your organization
draft-usual-name = your usual name; tell me if it is another
draft-reply = Reply YES, or write what to change.
draft-link-yes = Yes, as printed
draft-link-but = Yes, but change …
draft-link-no = No
draft-answer-yes = Yes, as printed: { $name }
draft-answer-but = Yes, but change: { $name }
draft-answer-no = No: { $name }
draft-answer-yes-text = Yes. Please list us as: { $name }
    Signer: { $signer }
    Title: { $title }
    I am authorized to sign for { $name }.
draft-answer-but-text = Yes, provided that you change this:

    List us as: { $name }
    Signer: { $signer }
    Title: { $title }
    I am authorized to sign for { $name }.
draft-answer-no-text = No, { $name } will not sign.
draft-bad-address = No message can be sent to “{ $email }”. Correct the address.
draft-dead-address = Messages to { $name } bounce. Find another address, or someone else there.
draft-no-address = There is no address for { $name }. Add one, or call.
draft-do-not-contact = Don’t write about “{ $name }”: they asked not to be contacted.
draft-nobody = There is no one to write to about “{ $name }”. Add a person.
draft-gap = You wrote to “{ $name }” recently. Wait until { $day }.
draft-ask-first = “{ $name }” asked for a call before you write.
draft-nothing-to-attach = The letter has no text to attach. Paste it on the letter’s Text page, or attach nothing.
draft-not-in-edition = “{ $name }” is not in edition { $edition }, the copy that went out.
draft-status = “{ $name }” is marked { $status ->
    [to-ask] to ask
    [asked] asked
    [considering] considering
    [said-yes] yes, not in writing
    [confirmed] confirmed
    [declined] declined
   *[withdrawn] withdrawn
  }: this message may not fit.
calendar-soft = Answers due: { $title }
calendar-hard = Closes: { $title }
calendar-expected = Answer expected: { $name }
pace-reached = { $confirmed } confirmed; the goal of { $goal } is reached.
pace-open = { $confirmed } of { $goal } confirmed, { $left } to go; { $last } in the last week.
pace-today = { $confirmed } of { $goal } confirmed, { $left } to go today.
pace-left = { $confirmed } of { $goal } confirmed, { $left } to go in { $days ->
    [one] one day
   *[other] { $days } days
  }: that takes { $week } a week; { $last } came in the last week.

## Answers that came in

answer-too-many = There are more than { $most } messages in this file. Take fewer at once.
answer-foreign-code = The code it quotes belongs to “{ $name }”, and the sender isn’t known there.
answer-automatic-no-yes = No person wrote this message, so it can’t be a yes.
answer-no-id = This message has no id of its own, so nothing can be learned from it.
seal-signed = This message is digitally signed. The signature has not been verified.
seal-closed = This message is sealed by a signature or encrypted, so it can’t be read here. Open it in your mail program, copy what it says, and paste that.
seal-encrypted = This message is encrypted and can’t be read here. Open it in your mail program, copy what it says, and paste that; or ask for it unencrypted.
import-other-letter = Its code belongs to an ask for “{ $title }”. Import it there.

op-set-template = Changed the text for { $kind ->
    [ask] asking
    [reminder] reminding
    [in-writing] a yes in writing
    [reconfirm] a new yes
    [receipt] the receipt
    [delivered] the final copy
   *[thanks] thanks
  }
op-reset-template = Went back to the original text for { $kind ->
    [ask] asking
    [reminder] reminding
    [in-writing] a yes in writing
    [reconfirm] a new yes
    [receipt] the receipt
    [delivered] the final copy
   *[thanks] thanks
  }
op-make-codes = Gave { $count ->
    [one] one ask its code
   *[other] { $count } asks their codes
  }
op-start-desk = Put { $count ->
    [one] one draft
   *[other] { $count } drafts
  } on the desk
op-finish-desk = Marked the last draft as sent
op-step-desk = Opened the draft to { $name }
op-take-back-draft = Noted that the draft to { $name } was not sent
op-set-desk-item = Changed the draft to { $name }
op-clear-desk = Cleared the desk
op-accept-answer = Recorded the answer of { $name }{ $status ->
    [considering] {" "}as considering
    [confirmed] {" "}as a yes
    [declined] {" "}as a no
    [withdrawn] {" "}as a yes taken back
   *[other] {""}
  }
op-learn-sent = Noted the message sent to { $name }

cli-code-unknown = No ask has the code { $code }. Check each character.
cli-answer-unknown = Undersigned can’t tell whose answer this is. Name --letter and --organization; it may be: { $names }
cli-no-such-number = There is no number { $number }. List them first.
cli-attachment-large = { $name } is larger than 25 MB. Send a link instead.
cli-attached-nowhere = Only draft files carry an attachment. Attach { $name } in the program that sends the messages.
cli-no-dir = Name the folder for the drafts with --dir.
cli-onto-input = { $file } is the file being read, so it can’t be written over. Choose another name.
error-nothing-opens-mail = No mail program is set up on this computer. Copy the message instead.
draft-test-subject = A test draft from Undersigned
draft-test-text = If you can read this in a draft that you could send, answer yes in Undersigned. Then throw the draft away.
answer-gone = This answer was already recorded.
