# What the window says, beside what the core says in en.ftl. Ids begin with ui-.
# A test keeps the two languages alike and finds what is missing or unused.

# Words used everywhere
ui-cancel = Cancel
ui-close = Close
ui-save = Save
ui-edit = Edit
ui-remove = Remove
ui-remove-named = Remove { $name }
ui-show-all = Show all
ui-try-again = Try again
ui-loading = Loading
ui-failed = This could not be loaded
ui-none-found = Nothing found
ui-optional = Optional
ui-name = Name
ui-note = Note
ui-messages = Messages
ui-undo = Undo
ui-redo = Redo
ui-undo-named = Undo: { $label }
ui-redo-named = Redo: { $label }
ui-undone = Undone: { $label }
ui-nothing-to-undo = There is nothing to undo.
ui-nothing-to-redo = There is nothing to redo.
ui-saved-to = Saved as { $path }

# Keys as they are written
ui-key-esc = Esc
ui-key-delete = Del
ui-keys-undo = Ctrl Z
ui-keys-redo = Ctrl Shift Z
ui-keys-new = Ctrl N
ui-keys-paste = Ctrl V
ui-keys-palette = Ctrl K
ui-keys-accept = Ctrl ⏎
ui-keys-all = Ctrl A
ui-keys-extend = Shift ↑ ↓
ui-copy-keys = Ctrl Shift C
ui-keys = Keyboard shortcuts
ui-keys-everywhere = Everywhere
ui-keys-statuses = Set the status
ui-keys-find = Find on this page
ui-keys-move = Move
ui-keys-select = Select several
ui-keys-select-all = Select all
ui-keys-menu = Choose the status
ui-keys-lists = Organizations and people
ui-keys-open = Open in full
ui-keys-edit = Edit the cell
ui-keys-space = Space
ui-keys-select-one = Select
ui-keys-copy = Ctrl C
ui-keys-keep = Choose which one to keep

# Navigation, file, sample
ui-nav = Navigation
ui-nav-confirmed =
    { $count ->
        [one] { $count } confirmed
       *[other] { $count } confirmed
    }
ui-find-anything = Find anything
ui-palette-hint = A letter, an organization, or what you want to do
ui-palette-none = Nothing found. Try fewer letters.
ui-letters = Letters
ui-organizations = Organizations
ui-menu = File, undo and language
ui-file-new = New coalition…
ui-file-open = Open a coalition…
ui-file-window = New window…
ui-file-copy = Save a copy…
ui-file-here = Saved on this computer
ui-file-sample = Sample
ui-file-nothing-kept = Nothing here is kept
ui-sample = Sample
ui-sample-text = This is the sample; your own list is untouched.
ui-sample-back = Back to my coalition

# First start
ui-start-lead = Know who has signed, on what evidence, and print the list exactly right. Everything stays in one file on this computer.
ui-start-paste = Paste a list
ui-start-paste-text = A press release, an email, a form’s answers, a column from a spreadsheet. You check each name before anything is saved.
ui-start-letter = Start a letter
ui-start-letter-text = Title, addressee, deadline. Then ask organizations and watch the block fill.
ui-start-sample = Look at a sample
ui-start-sample-text = A real joint letter with 26 Wisconsin organizations, and a few invented ones still to be asked.
ui-start-sample-foot = Leaves nothing behind
ui-start-drop = Or drop a file here: a spreadsheet, an address book, a coalition
ui-start-where = Kept in { $path }

# Letters
ui-letters-empty = No letters yet
ui-letters-empty-text = A letter holds who was asked, who signed and on what evidence.
ui-letters-of =
    { $confirmed ->
        [one] of { $all } confirmed
       *[other] of { $all } confirmed
    }
ui-letter-new = New letter
ui-letter-add = Start the letter
ui-letter-edit = Edit the letter
ui-letter-more = More about this letter
ui-letter-remove = Remove this letter
ui-letter-title = Title
ui-letter-title-missing = Give the letter a title.
ui-letter-addressee = To whom
ui-letter-addressee-hint = The Governor, the committee …
ui-letter-to = To { $addressee }
ui-letter-leads = Lead organizations
ui-letter-leads-hint = Find an organization
ui-letter-led-by =
    { $count ->
        [one] Lead: { $names }
       *[other] Leads: { $names }
    }
ui-letter-soft = Please reply by
ui-letter-soft-hint = The day you tell people
ui-letter-hard = Final deadline
ui-letter-hard-hint = No sign-ons after this
ui-letter-zone = Time zone
ui-letter-stage = Stage
ui-letter-stage-is = Stage: { $stage }
ui-stage-draft = Draft
ui-stage-circulating = Circulating
ui-stage-closed = Closed
ui-stage-delivered = Delivered
ui-stage-archived = Archived

# Time
ui-time-days-left =
    { $count ->
        [one] { $count } day left
       *[other] { $count } days left
    }
ui-time-hours-left =
    { $count ->
        [one] { $count } hour left
       *[other] { $count } hours left
    }
ui-time-minutes-left =
    { $count ->
        [one] { $count } minute left
       *[other] { $count } minutes left
    }
ui-time-closed-today = Closed today
ui-time-closed-days-ago =
    { $count ->
        [one] Closed { $count } day ago
       *[other] Closed { $count } days ago
    }
ui-closes = closes { $when }
ui-own-time = ({ $time } here)
ui-asked-by = Replies due { $when }

# Statuses
ui-status = Status
ui-status-of = { $name }: { $status }. Change
ui-status-to-ask = To ask
ui-status-asked = Asked
ui-status-considering = Considering
ui-status-said-yes = Said yes
ui-status-confirmed = Confirmed
ui-status-declined = Declined
ui-status-withdrawn = Withdrawn
ui-legend-to-ask =
    { $count ->
        [one] to ask
       *[other] to ask
    }
ui-legend-asked =
    { $count ->
        [one] asked
       *[other] asked
    }
ui-legend-considering =
    { $count ->
        [one] considering
       *[other] considering
    }
ui-legend-said-yes =
    { $count ->
        [one] said yes, not in writing
       *[other] said yes, not in writing
    }
ui-legend-confirmed =
    { $count ->
        [one] confirmed
       *[other] confirmed
    }
ui-legend-declined =
    { $count ->
        [one] declined
       *[other] declined
    }
ui-legend-withdrawn =
    { $count ->
        [one] withdrawn
       *[other] withdrawn
    }
ui-other-status = Other status
ui-withdraw-only-yes = Only a yes can be withdrawn.
ui-via-email = Email
ui-via-form = Form
ui-via-paper = Paper
ui-via-phone = Phone
ui-via-meeting = Meeting
ui-via-list = Pasted list

# The ledger
ui-ledger = Sign-ons
ui-ledger-tools = Find, filter and add
ui-ledger-find = Find an organization or person
ui-ledger-empty = Nobody has been asked yet
ui-ledger-empty-text = Ask organizations, or paste the replies you have: an email, a form’s answers, a list.
ui-ledger-none-found = No sign-on matches
ui-ledger-none-found-text = Your search or the filter hides the others.
ui-shown = { $shown } of { $all } shown
ui-filter = Filter by status
ui-filter-all = All statuses
ui-filter-some = { $count } statuses
ui-ask = Ask organizations
ui-ask-short = Ask
ui-paste-replies = Paste replies
ui-prints-as = Prints as
ui-signed-by = Signed by
ui-evidence = Evidence
ui-last-contact = Last contact
ui-lead = Lead organization
ui-last-time = Last time: { $name }
ui-signer = Signer
ui-signer-title = Title
ui-signer-none = Not named yet
ui-evidence-on = { $via }, { $date }
ui-evidence-note = Noted
ui-evidence-none = None
ui-needs-written = Needs a written yes
ui-expected-by = Expected by { $date }
ui-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
ui-selection = Selected sign-ons
ui-selected =
    { $count ->
        [one] { $count } selected
       *[other] { $count } selected
    }
ui-clear-selection = Clear the selection (Esc)
ui-remove-from-letter = Remove from the letter
ui-edit-name = Edit the printed name
ui-edit-signer = Edit who signs

# Confirming and considering
ui-confirm = Confirm
ui-confirm-one = Confirm { $name }
ui-confirm-several = Confirm { $count } organizations
ui-confirm-via = How the yes came
ui-confirm-by = Who said yes
ui-confirm-date = When
ui-confirm-evidence = What they wrote
ui-confirm-said = What they said
ui-confirm-no-words = Paste what they wrote, or drop the email on the row later: without it nothing shows their yes.
ui-confirm-reason = Why there is nothing in writing
ui-confirm-reason-hint = A yes by phone or in a meeting needs a reason, such as “board vote, email to follow”.
ui-confirm-reason-missing = Say why it counts without anything in writing, or paste what they wrote.
ui-consider = Considering
ui-consider-one = { $name } is considering
ui-consider-several = { $count } organizations are considering
ui-consider-by = Answer expected by

# Asking organizations
ui-ask-find = Find organizations, or write a new name
ui-ask-new = Add “{ $name }”
ui-ask-all =    { $count ->
        [one] { $count } organization
       *[other] All { $count } organizations
    }
ui-ask-all-found =    { $count ->
        [one] { $count } found
       *[other] All { $count } found
    }
ui-ask-there = On this letter
ui-ask-more =
    { $count ->
        [one] { $count } more: type to narrow it down
       *[other] { $count } more: type to narrow them down
    }
ui-ask-picked = { $count } picked
ui-ask-as = Add as
ui-ask-lose =
    { $count ->
        [one] You picked { $count } organization. Nothing is added yet.
       *[other] You picked { $count } organizations. Nothing is added yet.
    }
ui-ask-close-anyway = Close without adding
ui-ask-add =
    { $count ->
        [one] Add { $count } organization
       *[other] Add { $count } organizations
    }

# The block
ui-block = Signatory block
ui-block-open = Block · { $count }
ui-block-short = Block
ui-block-count =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
ui-layout = Layout
ui-layout-lines = Lines
ui-layout-columns = Columns
ui-layout-bullets = Bullets
ui-layout-numbered = Numbered
ui-layout-prose = Prose
ui-columns = Columns
ui-group = Group by
ui-group-none = Nothing
ui-group-scope = Scope
ui-group-type = Kind of organization
ui-group-district = District
ui-group-state = State or country
ui-group-country = Country
ui-order = Order
ui-order-alphabetical = Alphabetical
ui-order-letter-by-letter = Letter by letter
ui-order-signed = By date signed
ui-order-entered = As entered
ui-entry = Each entry
ui-entry-organization = Organization
ui-entry-place = Organization, place
ui-entry-signer = Signer, title, organization
ui-entry-organization-first = Organization in bold, signer below
ui-separator = Between names
ui-separator-auto = Commas, or semicolons if needed
ui-separator-comma = Commas
ui-separator-semicolon = Semicolons
ui-separator-dash = Dashes
ui-separator-bullet = Bullets
ui-separator-slash = Slashes
ui-numbering = Numbers
ui-numbering-through = Continuous
ui-numbering-each-group = Restart in each group
ui-serial-comma = Comma before “and”
ui-intro = Text before
ui-outro = Text after
ui-counts = Show how many
ui-include-said-yes = Include those who said yes, not in writing
ui-paper = The block as it prints
ui-paper-empty = Nobody has confirmed yet. Names appear here as they do.
ui-paper-unwritten = Said yes, but not in writing
ui-copy = Copy for Word or Docs
ui-copied =
    { $count ->
        [one] Copied { $count } name
       *[other] Copied { $count } names
    }
ui-save-as = Save as
ui-format-text = Plain text (.txt)
ui-format-html = Web page (.html)
ui-format-markdown = Markdown (.md)
ui-block-count-names =
    { $count ->
        [one] { $count } name
       *[other] { $count } names
    }
ui-block-more = Text around it and more
ui-style = Style
ui-style-is = Style: { $name }
ui-style-own = Custom
ui-style-formal = Formal letter
ui-style-two-columns = Two columns
ui-style-press-release = Press release sentence
ui-style-website = Website list
ui-style-by-state = By state
ui-styles-edit = Save or remove styles
ui-styles-own = Your styles
ui-style-save-as = Save these choices as
ui-style-hint = The texts around the names and the language stay with the letter.
ui-style-replaces = “{ $name }” will be replaced with these choices.
ui-style-replace = Replace
ui-style-replace-named = Replace { $name } with these choices
ui-layout-table = Table
ui-layout-wet = Signatures
ui-layout-logos = Logos
ui-logos-in-row = In a row
ui-logos-missing = { $count ->
    [one] One organization has no logo; its name takes its place:
   *[other] { $count } organizations have no logo; their names take their place:
  }
ui-logos-missing-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
ui-logos-as-names = This format has no pictures: names take the place of the logos.
ui-paper-page = Page { $number }
ui-save-letter = The letter with its names: { $format }
ui-group-heading = Own headings
ui-order-surname = By surname
ui-entry-lines = Set on
ui-entry-lines-count =
    { $count ->
        [one] one line
       *[other] { $count } lines
    }
ui-leads = Lead organizations
ui-leads-among = Among the others
ui-leads-first = First
ui-leads-heading = Under their own heading
ui-block-language = Language of the letter
ui-individuals = People
ui-individuals-mixed = Among the organizations
ui-individuals-apart = After the organizations
ui-affiliation = Their affiliation
ui-affiliation-auto = With signers only
ui-affiliation-comma = After a comma
ui-affiliation-parentheses = In parentheses
ui-affiliation-hidden = Not at all
ui-identification = “For identification”
ui-identification-inline = After each affiliation
ui-identification-note = One sentence below
ui-identification-footnote = A mark and a footnote
ui-identification-heading = Under its heading
ui-identification-none = Not printed
ui-limit = Print at most
ui-limit-all = All names
ui-keep-articles = Sort “The …” under T
ui-late-heading = Later sign-ons under their own heading
ui-format = Format
ui-format-rich = Word, Docs, email
ui-format-latex = LaTeX (.tex)
ui-format-pdf = PDF
ui-format-docx = Word document (.docx)
ui-format-rtf = Rich text (.rtf)
ui-format-csv = Table (.csv)
ui-format-xlsx = Excel workbook (.xlsx)
ui-paper-renamed = Printed last time as { $name }
ui-paper-keys = Arrows go from name to name. Enter goes to its sign-on, M opens what can be done.
ui-paper-more =
    { $count ->
        [one] { $count } more name is in the block, not in this preview
       *[other] { $count } more names are in the block, not in this preview
    }
ui-paper-more-lines =
    { $count ->
        [one] { $count } more line is in the text, not in this preview
       *[other] { $count } more lines are in the text, not in this preview
    }
ui-doubts = Marked here only:
ui-doubt-unwritten = { $count } not in writing
ui-doubt-renamed =
    { $count ->
        [one] { $count } printed differently last time
       *[other] { $count } printed differently last time
    }
ui-entry-go = Go to its sign-on
ui-entry-menu = What to do with { $name }
ui-pin = Place in its group
ui-pin-named = Place of { $name } in its group
ui-pin-first = Pin first
ui-pin-last = Pin last
ui-pin-off = Unpin
ui-pinned-first = First
ui-pinned-last = Last
ui-headings = Headings
ui-headings-arrange = Edit headings…
ui-headings-hint = Drag names onto a heading and headings into order, or use the menu and Alt with the arrow keys.
ui-headings-find = Find in this list
ui-heading-none = Without a heading
ui-heading-new = New heading
ui-heading-add = Add the heading
ui-heading-there = There is already a heading with this name.
ui-heading-name = Name of the heading
ui-heading-keys = Alt with an arrow moves it
ui-heading-placed = { $name } is now { $place } of { $count }
ui-heading-empty = No one here yet.
ui-heading-move = Move to
ui-heading-move-count =
    { $count ->
        [one] Move { $count } to
       *[other] Move { $count } to
    }
ui-heading-taken =
    { $count ->
        [one] { $count } name
       *[other] { $count } names
    }
ui-choose-all = Choose all
ui-choose-none = Choose none
ui-done = Done
ui-out = Left out:
ui-out-said-yes = { $count } not in writing
ui-out-older =
    { $count ->
        [one] { $count } signed an earlier version
       *[other] { $count } signed an earlier version
    }
ui-out-considering = { $count } considering
ui-out-asked = { $count } asked
ui-out-declined = { $count } declined
ui-out-withdrawn = { $count } withdrew
ui-copy-text = Copy as plain text
ui-copy-markdown = Copy Markdown
ui-copy-latex = Copy LaTeX
ui-copy-csv = Copy for Sheets or Excel
ui-save-format = Save: { $format }
ui-document = Put into a document
ui-document-how = Write a placeholder where the block belongs, anywhere in your own Word document, then choose the document here.
ui-document-signatories = the block as you see it here
ui-document-number = how many signatories
ui-document-state = the block by state
ui-document-columns = the block in three columns
ui-document-untouched = Your document is not changed: a filled copy is saved where you say.
ui-document-choose = Choose a document
ui-document-filled =
    { $count ->
        [one] Filled { $count } place. Saved as { $path }
       *[other] Filled { $count } places. Saved as { $path }
    }
ui-print = Print or PDF
ui-freeze = Freeze edition
ui-freeze-title = Freeze edition { $number }
ui-freeze-lead =
    { $count ->
        [one] Saves this list exactly as sent ({ $count } name). Later sign-ons go into the next edition.
       *[other] Saves this list exactly as sent ({ $count } names). Later sign-ons go into the next edition.
    }
ui-freeze-now = Freeze
ui-freeze-anyway = Freeze anyway
ui-check-fine = The check found no problems.
ui-check-stops =
    { $count ->
        [one] { $count } problem to fix first
       *[other] { $count } problems to fix first
    }
ui-check-looks =
    { $count ->
        [one] { $count } item to review
       *[other] { $count } items to review
    }
ui-edition-label = What it is for
ui-edition-label-hint = For example: To the Senate office
ui-editions = Editions
ui-editions-count = Editions ({ $count })
ui-editions-none = No edition yet
ui-editions-none-text = Freeze the block when you send it. What was sent stays here.
ui-edition-number = Edition { $number }
ui-edition-names =
    { $count ->
        [one] { $count } name
       *[other] { $count } names
    }
ui-edition-version = Letter version { $number }
ui-edition-accepted = Accepted as is
ui-edition-accepted-by = { $by }, { $day }: “{ $word }”
ui-edition-against = Compare with
ui-edition-view = What is shown
ui-edition-paper = As sent
ui-edition-changes = What changed
ui-edition-text = The text of the edition
ui-diff-title = From edition { $earlier } to edition { $later }
ui-diff-added =
    { $count ->
        [one] { $count } added
       *[other] { $count } added
    }
ui-diff-removed =
    { $count ->
        [one] { $count } removed
       *[other] { $count } removed
    }
ui-diff-renamed =
    { $count ->
        [one] { $count } changed
       *[other] { $count } changed
    }
ui-diff-rename = “{ $before }” now reads “{ $after }”
ui-sentence-copy = Copy the sentence
ui-sentence-copied = Copied the sentence

# Pasting a list
ui-paste-lead = Paste a list of names or a table: from a press release, an email, a form, a spreadsheet. Nothing is saved until you have reviewed it.
ui-paste-hint = Paste here with Ctrl V, or type the names
ui-paste-read = Read the names
ui-reading = Reading the names
ui-import-no-names = No names were found in this text. Paste the list of names itself.
ui-import-read =
    { $count ->
        [one] { $count } name read
       *[other] { $count } names read
    }
ui-import-names = Names
ui-import-source = Pasted text
ui-import-side = What to show
ui-import-new-letter = A new letter
ui-import-evidence = Evidence: this text. One step to undo.
ui-import-one-step = One step to undo.
ui-import-undecided =
    { $count ->
        [one] { $count } to decide: left out unless you choose
       *[other] { $count } to decide: left out unless you choose
    }
ui-import-record =
    { $count ->
        [one] Record { $count } sign-on
       *[other] Record { $count } sign-ons
    }
ui-import-add =
    { $count ->
        [one] Add { $count } organization
       *[other] Add { $count } organizations
    }
ui-count-known =
    { $count ->
        [one] known
       *[other] known
    }
ui-count-doubtful =
    { $count ->
        [one] to review
       *[other] to review
    }
ui-form-prose-commas = prose with commas
ui-form-prose-semicolons = prose with semicolons
ui-form-lines = one per line
ui-form-bullets = bullets
ui-form-numbered = numbered
ui-form-columns = columns
ui-form-table = a table
ui-form-markdown = Markdown
ui-form-mixed = several forms
ui-verdict-known = Known
ui-verdict-new = New
ui-verdict-out = Left out
ui-under-heading = Under “{ $heading }”
ui-decide-legend = Who { $name } is
ui-decide-new = Add as new
ui-decide-out = Leave out
ui-row-as-is = Keep as is
ui-row-split = Split: { $left } / { $right }
ui-keys-split = Split the name
ui-row-join = Join with the next
ui-row-rename = Rename
ui-row-take-in = Include it as a name
ui-import-take-in-hint = Select a name in the text to include it.
ui-import-take-in-keys = Gray text was not read as a name. The arrow keys go from one gray part to the next; Enter includes the selected words as a name.
ui-import-message = Message
ui-import-message-no-subject = No subject
ui-import-pasted-mail = Pasted email
ui-import-messages-read =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
ui-import-sheets = Sheets
ui-import-sheet-rows = { $name } ({ $count })
ui-import-hidden-rows =
    { $count ->
        [one] { $count } row is hidden in the file: you’ll be asked before it is imported.
       *[other] { $count } rows are hidden in the file: you’ll be asked before they are imported.
    }
ui-import-unused =
    { $count ->
        [one] Not used: the column { $names }
       *[other] Not used: the columns { $names }
    }
ui-proposal-yes = Yes
ui-proposal-yes-but = Yes, but
ui-proposal-not-yet = Not yet
ui-proposal-no = No
ui-proposal-question = A question
ui-proposal-automatic = Automatic reply
ui-proposal-delivery-failure = Not delivered
ui-proposal-unclear = Unclear
ui-row-drop = Leave out
ui-row-take = Include

# Settings
ui-settings = Settings
ui-settings-dots = Settings…
ui-keys-settings = Ctrl ,
ui-settings-name = Your name
ui-settings-name-hint = The history shows it beside each thing you do from now on. It stays on this computer and in your coalition’s file.
ui-settings-language = Language
ui-settings-dates = Dates
ui-settings-dates-language = Dec 4, 2026
ui-settings-dates-day = 4 Dec 2026
ui-settings-dates-year = 2026-12-04
ui-settings-paper = Paper
ui-settings-paper-letter = US Letter
ui-settings-theme = Appearance
ui-settings-theme-system = As the system
ui-settings-theme-light = Light
ui-settings-theme-dark = Dark
ui-name-question = What is your name?
ui-name-question-why = The history shows it beside what you do. You can change it in the settings.
ui-name-question-empty = Type your name, or choose “Not now”.
ui-not-now = Not now

# Importing tables
ui-import = Import
ui-import-dots = Import…
ui-keys-import = Ctrl I
ui-keys-file = Ctrl O
ui-keys-window = Ctrl Shift N
ui-keys-paste-list = Import what is on the clipboard
ui-keys-candidate = Match to this organization
ui-keys-next-open = Next row to decide
ui-import-choose = Choose a file…
ui-import-kinds = A spreadsheet, a form’s answers, an address book, saved email. Or drop it on the window.
ui-import-opening = Opening the file
ui-import-reading = Reading { $name }
ui-import-pasted = Pasted table
ui-import-steps = Steps of the import
ui-import-step-columns = Columns
ui-import-step-preview = Preview
ui-import-rows-read =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
ui-drop-import = Import { $name }
ui-drop-import-text = You review everything before anything is saved.
ui-drop-open = Open { $name }
ui-drop-open-text = The coalition that is open now stays as it is.
ui-drop-first = { $count } files: only the first is used.
ui-drop-busy = Close what is open first, then drop the file.
ui-table-format-list = List of names
ui-table-format-csv = CSV
ui-table-format-tsv = Text with tabs
ui-table-format-xlsx = Excel workbook
ui-table-format-xls = Excel 97 workbook
ui-table-format-ods = OpenDocument spreadsheet
ui-table-format-html = Table
ui-table-format-ldif = Address book (LDIF)
ui-table-format-vcard = Address cards
ui-table-format-eml = Email
ui-table-format-mbox = Mailbox
ui-table-format-unknown = File
ui-import-how = How the file is read
ui-import-headings = Headings
ui-headings-none = No headings
ui-headings-row = Row { $row }: { $text }
ui-headings-here = The headings are in row { $row }
ui-import-delimiter = Between cells
ui-delimiter-comma = Comma
ui-delimiter-semicolon = Semicolon
ui-delimiter-tab = Tab
ui-delimiter-bar = Vertical bar
ui-delimiter-other = { $sign }
ui-import-charset = Characters
ui-import-as-list = It is a list of names
ui-import-rereading = Reading it that way
ui-import-first-rows = The first rows
ui-row-hidden = Hidden in the file
ui-column-hidden = Hidden in the file
ui-import-more-rows =
    { $count ->
        [one] and { $count } row more
       *[other] and { $count } rows more
    }
ui-columns-show-empty =
    { $count ->
        [one] Show { $count } empty column
       *[other] Show { $count } empty columns
    }
ui-columns-show-more =
    { $count ->
        [one] { $count } column more
       *[other] { $count } columns more
    }
ui-columns-hide-empty = Hide empty columns
ui-columns-need-organization = Choose the column that names the organization.
ui-columns-need-person = Choose a column with the person’s name or email.
ui-columns-need-signer = Choose the column that names the organization, or the person who signs.
ui-columns-no-rows = There is no row below the headings. Choose another row of headings or another sheet.
ui-column-is = What the column { $name } is
ui-column-letter = Column { $letter }
ui-column-out = Leave out
ui-column-empty = Empty
ui-column-idle = Used for sign-ons only
ui-column-by-heading = By its heading
ui-column-by-content = Looks like: { $kind }
ui-column-by-person = Chosen
ui-column-by-memory = As last time
ui-column-gave = “{ $column }” is now left out: only one column can be { $field }.
ui-import-problems-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
ui-import-problems-fewer = Show fewer
ui-fields-organization = Organization
ui-fields-person = Person
ui-fields-place = Where
ui-fields-sign-on = Sign-on
ui-fields-other = Other
ui-field-organization = Organization
ui-field-prints-as = Prints as
ui-field-alias = Other name or acronym
ui-field-parent = Parent organization
ui-field-kind = Kind of organization
ui-field-scope = National, state, local
ui-field-full-name = Full name
ui-field-first-name = First name
ui-field-middle-name = Middle name
ui-field-last-name = Last name
ui-field-prefix = Before the name: Rev., Dr.
ui-field-suffix = After the name: Jr., PhD
ui-field-title = Title or role
ui-field-email = Email
ui-field-phone = Phone
ui-field-street = Street
ui-field-city = City
ui-field-state = State
ui-field-postal-code = Postal code
ui-field-country = Country
ui-field-place = City and state
ui-field-website = Website
ui-field-timestamp = When they signed
ui-field-consent = Their yes or no
ui-field-status = Status
ui-field-membership = Member, ally, prospect
ui-field-tag = Tag
ui-field-signs-as = Signs as an organization or a person
ui-field-note = Note
ui-import-sign-ons = Sign-ons
ui-import-becomes = Import as
ui-import-to = to
ui-import-to-letter = which letter
ui-import-status = as
ui-import-as-status = which status
ui-import-preview =
    { $count ->
        [one] Review { $count } row
       *[other] Review { $count } rows
    }
ui-import-planning = Comparing with what you have: { $done } of { $count }
ui-import-importing = Importing: { $done } of { $count }
ui-import-stopping = Stopping
ui-import-outcomes = What becomes of the rows
ui-import-rows-shown = Rows
ui-import-row-number = Row in the file
ui-outcomes-all = All
ui-outcomes-asked = To decide
ui-outcomes-created = New
ui-outcomes-updated = Changed
ui-outcomes-unchanged = Unchanged
ui-outcomes-rejected = Not imported
ui-outcomes-undecided = Undecided
ui-outcome-asked = Decide
ui-outcome-created = New
ui-outcome-updated = Changed
ui-outcome-unchanged = Unchanged
ui-outcome-rejected = Not imported
ui-import-makes = New: { $what }
ui-import-makes-organizations =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
ui-import-makes-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
ui-import-makes-sign-ons =
    { $count ->
        [one] { $count } sign-on
       *[other] { $count } sign-ons
    }
ui-change-old = Old:
ui-change-new = New:
ui-change-none = empty
ui-likely = Likely matches
ui-likely-ask = Ask me
ui-likely-match = Use the best
ui-likely-new = Add as new
ui-import-tools = Decisions
ui-import-selected = Decide on the selected rows
ui-import-best = Use the best match
ui-import-decided = Decided on { $name }.
ui-import-decided-rows =
    { $count ->
        [one] Decided on { $count } row.
       *[other] Decided on { $count } rows.
    }
ui-import-edited = Changed { $name }.
ui-import-take-back = Undo decision
ui-import-ask-again = Ask again
ui-import-other = Choose the organization…
ui-import-deciding = Comparing again
ui-import-all-decided = Everything is decided
ui-import-none = No rows of this kind
ui-import-keys = Arrow keys move, with Shift they select, Space selects. 1 to 9 match the row to that organization, plus adds it as new, Delete leaves it out, O chooses another organization, Y accepts what is asked about an answer, N goes to the next row to decide. In a list, E renames, S splits, J joins with the next and A keeps it as it is. Control Z undoes the last decision.
ui-import-save-rejects = Save the rows not imported as CSV…
ui-import-lose =
    { $count ->
        [one] { $count } decision would be lost. Nothing is imported yet.
       *[other] { $count } decisions would be lost. Nothing is imported yet.
    }
ui-import-close-anyway = Close without importing
ui-import-back = Back to the columns
ui-import-write-both =
    { $count ->
        [one] Import { $count } row: { $created } new, { $updated } changed
       *[other] Import { $count } rows: { $created } new, { $updated } changed
    }
ui-import-write-new =
    { $count ->
        [one] Import { $count } new row
       *[other] Import { $count } new rows
    }
ui-import-write-changed =
    { $count ->
        [one] Import { $count } changed row
       *[other] Import { $count } changed rows
    }
ui-import-write-nothing = Nothing to import
ui-import-ask-these =
    { $count ->
        [one] Ask it to sign…
       *[other] Ask these { $count }…
    }
ui-import-ask-theirs =
    { $count ->
        [one] Ask their organization to sign…
       *[other] Ask their { $count } organizations…
    }
ui-import-see =
    { $count ->
        [one] See what was imported
       *[other] See these { $count }
    }
ui-import-left =
    { $count ->
        [one] { $label }. { $count } row was left out: see Imports.
       *[other] { $label }. { $count } rows were left out: see Imports.
    }
ui-imports = Imports
ui-imports-earlier = Earlier imports
ui-imports-empty = Nothing imported yet
ui-imports-empty-text = A form’s answers, a spreadsheet, an address book: drop the file on the window, or paste the table. Each import is kept here with its rows.
ui-imports-source = Save a copy of the original…
ui-imports-undo = Undo this import
ui-imports-people = Show these people
ui-imports-organizations = Show these organizations

# Organizations
ui-organizations-find = Find by name, alias, acronym or place
ui-organizations-count =
    { $count ->
        [one] { $count } organization
       *[other] { $count } organizations
    }
ui-organizations-empty = No organizations yet
ui-organizations-empty-text = Paste a list of names, or add one organization at a time.
ui-organization-new = New organization
ui-organization-add = Add the organization
ui-organization-edit = Edit the organization
ui-organization-name-missing = Give the organization a name.
ui-organization-no-letters = Not on a letter yet
ui-place = Place
ui-city = City
ui-region = State or region
ui-country = Country
ui-scope = Scope
ui-not-said = Not set
ui-scope-international = International
ui-scope-national = National
ui-scope-state = State
ui-scope-local = Local
ui-scope-tribal = Tribal
ui-kind = Kind
ui-kind-nonprofit = Nonprofit
ui-kind-faith = Faith
ui-kind-labor = Labor
ui-kind-academic = Academic
ui-kind-business = Business
ui-kind-government = Government body
ui-kind-informal = Informal group
ui-parent = Part of
ui-parent-hint = Find its parent organization
ui-part-of = Part of { $parent }
ui-aliases = Other names
ui-alias-add = Add another name
ui-alias-number = Other name { $number }
ui-alias-kind = Kind of name
ui-alias-acronym = Acronym
ui-alias-former = Former name
ui-alias-translation = Translation
ui-alias-spelling = Another spelling
ui-prints-as-hint = When it differs from the name
ui-sort-as = Sorted as
ui-sort-as-hint = Only if it sorts differently (for example without “The”)
ui-printed-as = as { $name }
ui-signed-of =
    { $letters ->
        [one] Signed { $signed } of { $letters } letter
       *[other] Signed { $signed } of { $letters } letters
    }
ui-twins = This may already be in your list

# Memberships and how organizations sign
ui-membership = Membership
ui-membership-member = Member
ui-membership-ally = Ally
ui-membership-prospect = Prospect
ui-membership-former = Former member
ui-website = Website
ui-tags = Tags
ui-decides = Who decides
ui-lead-days = Days to decide
ui-never-signs = Never signs
ui-ask-first = Call first
ui-twins-chapter = Looks like a chapter of { $parent }.
ui-tags-hint = Type a tag, then Enter
ui-signing = How it signs
ui-decides-hint = The board, the director …
ui-never-signs-hint = Endorsements, foreign policy …
ui-ask-first-text = Wants a call before you add them
ui-organization-printing = Printing and sorting
ui-family = Family
ui-family-more =
    { $count ->
        [one] { $count } more in this family
       *[other] { $count } more in this family
    }
ui-person-add-here = Add a person here
ui-organization-nobody = No contacts yet
ui-logo = Logo
ui-logo-of = Logo of { $name }
ui-logo-none = No logo yet. Drop a picture here, or choose one.
ui-logo-permitted = Permitted by { $by }, { $on }
ui-logo-by = Who gave permission to print it
ui-logo-by-hint = A person there, by name
ui-logo-on = When
ui-logo-add = Add a logo…
ui-logo-change = Change…
ui-logo-choose = Choose a picture…
ui-logo-take = Use this picture
ui-logo-remove = Remove the logo
ui-answers = answered
ui-answers-share = { $answered } of { $asked }
ui-answers-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
ui-answers-days-label = to answer
ui-answers-leads =
    { $count ->
        [one] { $count } letter
       *[other] { $count } letters
    }
ui-answers-leads-label = led

# Tables of any length
ui-table-help = Arrows go from cell to cell, Enter opens or edits, F2 edits, Space selects a row, Ctrl A selects all. On a heading, Enter sorts, Alt with an arrow moves the column, Alt Shift with an arrow widens it.
ui-table-select = Select { $name }
ui-table-select-row = Select
ui-table-select-all = Select all rows
ui-table-columns = Columns
ui-table-columns-standard = Standard columns
ui-table-column-left = Move { $name } to the left
ui-table-column-right = Move { $name } to the right
ui-table-copy = Copy as a table
ui-table-copy-cell = Copy the cell
ui-table-copy-row = Copy the row
ui-table-copy-all =
    { $count ->
        [one] Copy the { $count } row
       *[other] Copy all { $count } rows
    }
ui-table-copying = Copying: { $done } of { $count }
ui-table-copied =
    { $count ->
        [one] Copied { $count } row; paste it into Sheets or Excel.
       *[other] Copied { $count } rows; paste them into Sheets or Excel.
    }

# The list of organizations
ui-yes = Yes
ui-no = No
ui-contact = Person to write to
ui-contact-name = Person’s name
ui-region-short = State
ui-signed = Signed
ui-signed-short = { $signed } of { $letters }
ui-organizations-filtered = Filters hide the others.

# Filters
ui-filters = Filters
ui-filter-add = Add a filter
ui-filter-find = Find in { $name }
ui-filter-find-hint = Find
ui-filter-clear = Remove the filter { $name }
ui-filters-clear = Clear filters
ui-filters-saved = Saved filters
ui-filter-save = Save this filter
ui-filter-save-none = Filter the list first.
ui-filter-save-as = Save under another name
ui-filter-save-over = Save the changes to “{ $name }”
ui-filter-forget = Remove “{ $name }”
ui-filter-name = Name of the filter
ui-filter-name-hint = You can ask everybody it finds to sign a letter.
ui-filter-replaces = This replaces the saved filter with the same name.
ui-standing = In a family
ui-standing-parent = Has chapters
ui-standing-chapter = Is a chapter
ui-standing-alone = On its own
ui-filter-person = Someone to write to
ui-filter-signer = Someone who may sign
ui-filter-contains = contains “{ $text }”
ui-filter-contains-label = { $name } contains
ui-filter-most = at most { $number }
ui-filter-days-label = Days, at most
ui-filter-signed =
    { $count ->
        [one] at least { $number } letter
       *[other] at least { $number } letters
    }
ui-filter-signed-label = Letters, at least
ui-filter-quiet = no contact since { $date }
ui-filter-quiet-label = No contact since
ui-filter-letter = Letter
ui-filter-letter-choose = Choose a letter
ui-filter-letter-there = On it
ui-filter-letter-absent = Not on it
ui-filter-letter-statuses = With the status
ui-filter-letter-on = on “{ $title }”
ui-filter-letter-off = not on “{ $title }”
ui-filter-letter-is = { $statuses } on “{ $title }”
ui-filter-letter-not = not { $statuses } on “{ $title }”
ui-ask-list = Saved filter

# Several organizations at once
ui-bulk = Selected organizations
ui-bulk-change = Change
ui-bulk-tag-add = Add a tag
ui-bulk-tag-remove = Remove a tag
ui-bulk-letter = Put on a letter
ui-bulk-busy = Changing
ui-bulk-progress = Changing { $done } of { $count }
ui-keys-print = Ctrl P
ui-keys-paper = Menu of a name on the paper
ui-bulk-parent-none = Not part of any
ui-bulk-set = Set for { $count }
ui-bulk-empty = Clear for { $count }

# Duplicates and merging
ui-duplicates = Duplicates
ui-duplicates-same = Likely the same
ui-duplicates-searching = Looking for organizations that are in the list twice
ui-duplicates-stopped = The search was stopped
ui-duplicates-stopped-text = Nothing was changed. It can be run again at any time.
ui-duplicates-search = Search for duplicates
ui-duplicates-again = Search again
ui-duplicates-found-at =
    { $count ->
        [one] { $count } organization searched at { $time }
       *[other] { $count } organizations searched at { $time }
    }
ui-duplicates-stale = The list has changed since this search.
ui-duplicates-none = No duplicates found
ui-duplicates-none-text = No two organizations seem to be the same. Pairs you marked as different stay separate.
ui-duplicates-more =
    { $count ->
        [one] { $count } more group, shown as these are settled
       *[other] { $count } more groups, shown as these are settled
    }
ui-duplicates-side-by-side = Side by side
ui-duplicates-pair = { $one } and { $other }
ui-duplicates-differs = (differs)
ui-duplicates-keep = Keep this one
ui-duplicates-keeps = Kept
ui-duplicates-kept = { $other } → { $kept }
ui-duplicates-not-same = Not the same
ui-families = Families
ui-families-text = These look like chapters or affiliates of another organization. They stay separate; only their place in the family is set.
ui-families-put = Make it a chapter
ui-families-put-all =
    { $count ->
        [one] Make it a chapter
       *[other] Make all { $count } chapters
    }
ui-families-not = Not in this family
ui-families-accept-all =
    { $count ->
        [one] Accept the one shown
       *[other] Accept all { $count } shown
    }
ui-families-more =
    { $count ->
        [one] { $count } more, shown as these are settled
       *[other] { $count } more, shown as these are settled
    }
ui-families-none = No families to suggest
ui-families-none-text = Every organization that looks like a chapter of another has its place already.
ui-merge = Merge two organizations
ui-merge-dots = Merge…
ui-merge-do = Merge
ui-merge-other = Its duplicate in the list
ui-merge-goes = Merged
ui-merge-stays = Kept
ui-merge-swap = Swap
ui-merge-collisions =
    { $count ->
        [one] Both are on { $count } letter
       *[other] Both are on { $count } letters
    }
ui-merge-collisions-text = One sign-on stays on each; the evidence of both is kept.
ui-merge-evidence =
    { $count ->
        [0] no evidence
        [one] { $count } piece of evidence
       *[other] { $count } pieces of evidence
    }
ui-merge-fields = Where they differ
ui-merge-nothing = Nothing
ui-merge-both = Both notes are kept
ui-merge-moves = What moves
ui-merge-aliases = Other names
ui-merge-people = People
ui-merge-joined = People at both
ui-merge-letters = Letters
ui-merge-leads = Leads
ui-merge-children = Chapters
ui-merge-tags = Tags
ui-merge-with = Merge with…
ui-bulk-stay =    { $count ->
        [one] { $count } organization is on a letter, leads one or has chapters, and stays.
       *[other] { $count } organizations are on a letter, lead one or have chapters, and stay.
    }
ui-person-merge = Merge two people
ui-person-merge-other = The duplicate in the list
ui-person-merge-addresses = Emails and phones
ui-person-merge-joined = Same role at both
ui-person-merge-lost = Not kept: { $what }

# People
ui-people = People
ui-copied-text = Copied
ui-history-undated = Not answered yet
ui-span = { $since } – { $until }
ui-span-since = since { $since }
ui-span-until = until { $until }
ui-primary = Main contact
ui-may-sign = May sign
ui-do-not-contact = Do not contact
ui-languages = Languages
ui-email = Email
ui-phone = Phone
ui-preferred = Preferred
ui-person-signs = signs
ui-person-authorized = gave the answer
ui-person-nowhere = At no organization
ui-person-name-missing = Give the person a name.
ui-person-where-missing = Choose the organization, or remove the row.
ui-numbered = { $what } { $number }
ui-prefer = Prefer { $what }
ui-organization = Organization
ui-organization-other = One other than { $name }
ui-role = Role
ui-since = Since
ui-until = Until
ui-date-hint = 2019 or 2019-05
ui-person-place-add = Add another organization
ui-person-twins = This person may already be in your list
ui-person-same-email = the same email
ui-person-same-name = the same name
ui-person-new = New person
ui-person-edit = Edit the person
ui-person-add = Add the person
ui-person-add-named = Add “{ $name }”
ui-pronouns = Pronouns
ui-emails = Emails
ui-email-add = Add another email
ui-phones = Phones
ui-phone-add = Add another phone
ui-languages-hint = Spanish, Hmong …
ui-do-not-contact-text = Do not contact
ui-person-sorting = Sorting
ui-person-sort-hint = Only if it doesn’t sort by the last name as written
ui-person-more-places =
    { $count ->
        [one] and at { $count } more
       *[other] and at { $count } more
    }
ui-filter-current = Still at an organization
ui-filter-email = Has an email
ui-filter-phone = Has a phone
ui-filter-import = From import
ui-people-bulk = Selected people
ui-people-find = Find by name, organization, role, email or phone
ui-people-count =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
ui-people-filtered = Filters hide the others.
ui-people-empty = No people yet
ui-people-empty-text = The people you write to at the organizations, and those who sign for them. Add one here, or import an address book.

# A sign-on in full
ui-open = Open
ui-open-named = Open { $name }
ui-more = Show more
ui-less = Show less
ui-late = Late
ui-individual-signs = Signs as an individual
ui-prints = On the letter
ui-name-confirmed = They confirmed as “{ $name }”. Make sure they agree to a different name.
ui-name-use = Use that
ui-sign-on-note-none = Add a note
ui-affiliation-hint = Prints “for identification purposes only”
ui-because = Counts without anything in writing: { $reason }
ui-confirm-again = Confirm again
ui-needs-to-ask = Still to ask, as if nobody had been asked.
ui-needs-asked = You have written or called.
ui-needs-considering = They are thinking about it; note the day they decide, if they said.
ui-needs-said-yes = A yes by phone or in a meeting. Stays out of the block until it is in writing.
ui-needs-confirmed = A written yes, or a reason. Listed on the letter.
ui-needs-declined = They said no.
ui-needs-withdrawn = They took back their yes. The name leaves the block; what was sent stays as it was.
ui-missing-written = A written yes is missing: drop their email here, or paste what they wrote.
ui-standing-must = The text changed since they signed: they must say yes again.
ui-standing-must-by = The text changed since they signed: they must say yes again by { $date }.
ui-standing-lapsed = The text changed and they did not say yes again: left out.
ui-standing-lapsed-by = The text changed and they did not say yes again by { $date }: left out.
ui-standing-may = Signed an earlier version and counts, unless they object.
ui-standing-may-by = Signed an earlier version and counts, unless they object by { $date }.
ui-write-to = Whom to write to
ui-write-to-nobody = Nobody yet
ui-write-to-gone = { $name } (no longer there)
ui-write-to-no-address = No address is known.
ui-evidence-nothing = Nothing yet: no email, no form, no paper.
ui-evidence-add-file = Add a file…
ui-evidence-add-text = Paste what they wrote
ui-evidence-drop = Or drop an email or file here (up to 25 MB). It is kept in your coalition’s file.
ui-evidence-let-go = Drop to save as evidence
ui-evidence-from = from { $sender }
ui-evidence-shared =
    { $count ->
        [one] { $count } sign-on relies on it
       *[other] { $count } sign-ons rely on it
    }
ui-evidence-sum = Checksum (SHA-256): { $sum }
ui-evidence-text = Text
ui-evidence-words = What they wrote or said
ui-evidence-text-missing = Paste or write what they said.
ui-evidence-via = How it came
ui-evidence-keep = Save evidence
ui-outreach = Contact
ui-outreach-log = Log a call or email
ui-outreach-none = No contact logged yet.
ui-outreach-what = What was done
ui-outreach-wrote = Email
ui-outreach-called = Call
ui-outreach-said = What was said
ui-outreach-ask = Asked
ui-outreach-reminder = Reminder
ui-outreach-call = Call
ui-outreach-note = Note
ui-chase-after = No follow-up until { $date }.
ui-chase-now = Follow up now

# Asking from a source
ui-ask-from = Whom to ask
ui-ask-from-search = Search
ui-ask-from-import = This import
ui-ask-from-members = All members
ui-ask-from-letter = Who signed…
ui-ask-from-topic = Last on this topic
ui-ask-narrow = Narrow this list
ui-ask-everybody =
    { $count ->
        [one] { $count } organization
       *[other] All { $count } organizations
    }
ui-ask-already =
    { $count ->
        [one] { $count } more is on this letter already.
       *[other] { $count } more are on this letter already.
    }
ui-ask-all-there =
    { $count ->
        [one] The only one is on this letter already.
       *[other] All { $count } are on this letter already.
    }
ui-ask-none = No organization here yet.
ui-ask-no-members = None of your organizations is marked as a member.
ui-ask-mark-members =    { $count ->
        [one] Mark it as a member
       *[other] Mark all { $count } as members
    }
ui-ask-no-filters = Save a filter on the Organizations page to ask that group in one step.
ui-ask-no-letters = There is no other letter yet.
ui-ask-no-topic = This letter has no topic yet. Give it one in its form, and those who signed the last letter on it are found here.
ui-ask-topic-is = Signed the last letter on “{ $topic }”
ui-individual-add = Add an individual
ui-individual-lead = A person who signs for themselves, not for an organization.
ui-individual-name-missing = Type the person’s name.

# Rules of a letter, and its deadlines
ui-letter-parts = Parts of the letter
ui-letter-history = History of this letter
ui-letter-rules = Topic and rules
ui-letter-rules-about = Who may sign, and when to follow up
ui-letter-topic = Topic
ui-letter-topic-hint = Used to find everyone who signed your last letter on this topic
ui-letter-individuals = Individuals may sign too
ui-letter-chase-days = Follow up after (days without a reply)
ui-letter-gap-days = Wait at least (days between messages)
ui-deadline-move = Move a deadline
ui-deadline-set = Set the deadline
ui-deadline-which = Which deadline
ui-deadline-at = New date and time
ui-deadline-missing = Choose a date and a time.
ui-deadline-later =
    { $count ->
        [one] { $count } day later
       *[other] { $count } days later
    }
ui-deadline-note = Why
ui-deadline-note-hint = Stays with the letter and in its history
ui-deadline-lift = Remove this deadline
ui-deadline-before = Earlier changes
ui-deadline-was-moved = { $which }: from { $before } to { $after }
ui-deadline-was-set = { $which }: set to { $after }
ui-deadline-was-lifted = { $which }: { $before } was removed

# Texts of a letter
ui-texts = Text and versions
ui-texts-none = No wording yet
ui-texts-none-text = Paste the letter here. Undersigned remembers which version each organization signed.
ui-text-add = Add a version
ui-text-number = Version { $number }
ui-text-first = First text
ui-text-no-summary = Changed
ui-text-signed = Signed version { $number }
ui-text-signed-none = Signed before there was a text
ui-text-compare = Compare with
ui-text-alone = Read alone
ui-text-with = Compared with version { $number }
ui-text-words = { $added } words added, { $removed } removed
ui-text-words-of = The text
ui-text-from-document = From a document…
ui-text-missing = Paste or write the text.
ui-text-same = Nothing in the text has changed yet.
ui-text-summary = What changed, in a line
ui-text-summary-hint = For those who signed before
ui-text-asks-nothing = Signers need to do nothing.
ui-text-opt-out = Signers may object.
ui-text-opt-out-by = Signers may object by { $date }.
ui-text-opt-in = Signers must say yes again.
ui-text-opt-in-by = Signers must say yes again by { $date }.
ui-duty =
    { $count ->
        [0] What do earlier signers need to do?
        [one] What does the one signer need to do?
       *[other] What do the { $count } signers need to do?
    }
ui-duty-none = Nothing
ui-duty-none-about = Small edit. All signatures carry over.
ui-duty-opt-out = They may object
ui-duty-opt-out-about = Signatures carry over unless they object by a date you set.
ui-duty-opt-in = They must say yes again
ui-duty-opt-in-about = They come off the list until they say yes to this version.
ui-duty-out-until = May object until
ui-duty-in-until = Say yes again by
ui-texts-standing = Who signed which version
ui-standing-signed = Signed
ui-standing-counted =
    { $count ->
        [one] { $count } counts now.
       *[other] { $count } count now.
    }
ui-standing-show = Show them
ui-stands = Carried over
ui-may-opt-out = May object
ui-must-reconfirm = Must say yes again
ui-lapsed = Did not say yes again

# Before it goes out
ui-check = Before it goes out
ui-check-no-stops = Ready to go out
ui-check-more = Show { $count } more
ui-mend-confirm = I have it in writing
ui-mend-leave-out = Leave these out
ui-mend-signer = Say who signs
ui-mend-title = Add the title
ui-mend-use-name = Use last time’s name

# Follow-ups
ui-followups = Follow-ups
ui-followups-due =
    { $count ->
        [0] no one to contact today
        [one] { $count } for today
       *[other] { $count } for today
    }
ui-followups-letter = Letter
ui-followups-all-letters = All letters
ui-followups-kinds = Why they are here
ui-followups-none-here = No one to follow up with here
ui-followups-waiting = Later
ui-followups-empty = No one left to follow up with
ui-followups-empty-text = Everyone who was asked has answered, or has been reminded. Well done; come back tomorrow.
ui-followups-help = Arrows move, with Shift they select, Space selects one. W: log an email. C: log a call. D: done for today. L: in a week. M: write. Enter: what they answered. O: open.
ui-followup-wrote = Log email
ui-followup-called = Log call
ui-followup-done = Done for today
ui-followup-later = In a week
ui-followup-until = No follow-up until
ui-followup-status = What they answered
ui-followup-last =
    { $count ->
        [0] Last contact { $when }
        [one] Contacted once, { $when }
       *[other] Contacted { $count } times, last { $when }
    }
ui-followup-never = Never written to
ui-followup-waiting = Contact again on { $date }
ui-followup-deadline = deadline near
ui-followup-reconfirm = must say yes again
ui-followup-board-date = date passed
ui-followup-unwritten = not in writing
ui-followup-no-answer = no answer
ui-followup-to-ask = to ask
ui-later-in =
    { $count ->
        [one] Tomorrow
       *[other] In { $count } days
    }
ui-keys-until = Shift L

# The history
ui-history = History
ui-history-lead = Everything that was done, and who authorized it. Undoing adds a line; only forgetting a person takes something out.
ui-history-all = All
ui-history-by = Authorized by { $name }
ui-history-author = Done by { $name }
ui-history-forget = Forget { $name }…
ui-history-undone = Undone: { $label }
ui-history-redone = Redone: { $label }
ui-history-narrow = Narrow the history
ui-history-find = Find in the history
ui-history-letter = Letter
ui-history-organization = Organization
ui-history-person = Person
ui-history-from = From
ui-history-to = to
ui-history-narrowed = Nothing in the history matches.
ui-history-empty = Nothing has been done yet
ui-history-empty-text = Each change to a letter, an organization or a person will appear here.
ui-history-none-yet = Nothing yet.
ui-history-end = The beginning.

# Pictures
ui-pictures = Pictures
ui-pictures-empty = Nobody has signed yet
ui-pictures-empty-text = Sign-ons over time and by state are drawn here as they come in.
ui-picture-save = Save as
ui-picture-svg = SVG
ui-picture-svg-about = For print; can be edited
ui-picture-png = PNG
ui-picture-png-about = For email and slides
ui-picture-table = As a table
ui-picture-hide-table = Hide the table
ui-timeline = Sign-ons over time
ui-timeline-about =
    { $count ->
        [one] { $count } confirmed so far.
       *[other] { $count } confirmed so far.
    }
ui-timeline-file = sign-ons-over-time
ui-timeline-today = Today
ui-timeline-soft = Replies due { $when }
ui-timeline-hard = Closes { $when }
ui-timeline-declined =
    { $count ->
        [one] { $count } declined
       *[other] { $count } declined
    }
ui-timeline-day = { $confirmed } confirmed, { $declined } declined
ui-map = Sign-ons by state
ui-map-about =
    { $states ->
        [one] { $count } confirmed in { $states } state.
       *[other] { $count } confirmed in { $states } states and territories.
    }
ui-map-file = sign-ons-by-state
ui-map-state = State
ui-map-count = Confirmed
ui-map-names = Names
ui-map-most = Most sign-ons
ui-map-more = and { $count } more
ui-map-elsewhere =
    { $count ->
        [one] { $count } elsewhere, or the state is not known
       *[other] { $count } elsewhere, or the state is not known
    }
ui-map-unknown = Elsewhere, or not known
ui-matrix = Who signs what
ui-matrix-file = who-signs-what
ui-matrix-size =
    { $rows ->
        [one] { $rows } organization
       *[other] { $rows } organizations
    }, { $columns ->
        [one] { $columns } letter
       *[other] { $columns } letters
    }
ui-matrix-which = Which organizations
ui-matrix-signed = Who ever signed
ui-matrix-members = Members
ui-matrix-everybody = Everybody
ui-matrix-order = Order
ui-matrix-by-name = By name
ui-matrix-by-signed = By how many signed
ui-matrix-nothing = Not on it
ui-matrix-newer = Newer letters
ui-matrix-older = Older letters
ui-matrix-table = Table
ui-matrix-table-about = XLSX or CSV, with all organizations
ui-matrix-empty = Nothing to compare yet
ui-matrix-empty-text = Once an organization has signed a letter, it is listed here with every letter it signed.

ui-mend-accept = Accept…
ui-mend-verify = Verified…
ui-settle-by = Who says so
ui-settle-word = Why it is fine as it is
ui-settle-accept = Accept
ui-verify-how = How it was verified
ui-verify-keep = Save
ui-check-settled = { $count ->
    [one] One item accepted
   *[other] { $count } items accepted
}
ui-check-settled-by = Accepted by { $by }: { $word }
ui-import-take = Accept it
ui-authority = Who may sign
ui-authority-other-domain = The answer came from a different domain than their website.
ui-authority-free-mail = The answer came from a free email address.
ui-authority-not-there = The signer is not among their people.
ui-authority-may-not-sign = The signer is not marked as someone who may sign.
ui-authority-first-contact = You had no contact with them before.
ui-authority-former = They are marked as a former organization.
ui-authority-list-only = Only a list names them.
ui-unnamed = Counts, but is not named
ui-unnamed-hint = The name appears in no block and no later edition. Only this ledger, the check and the full export show it.
ui-unnamed-editions = Editions frozen earlier still name it: { $editions }.

# Passphrase, backups, forgetting
ui-passphrase = Passphrase
ui-passphrase-show = Show the passphrase
ui-passphrase-hide = Hide the passphrase
ui-unlock = Unlock
ui-unlock-busy = Unlocking…
ui-unlock-lost = Nobody can open this file without the passphrase, not even us. Did you print a recovery sheet?
ui-unlock-kept = Unlock with this computer’s keychain
ui-lock-kept = This computer’s keychain remembers the passphrase
ui-salvage = Save what can be read…
ui-salvage-text = What can be read goes into a new file, which then opens. You’ll be told what is missing.
ui-damaged-backup = Restore the latest backup
ui-damaged-backup-text = It was made on { $date }. The damaged file is kept among the backups.
ui-verify-file = The whole file
ui-verify-file-text = Each page, every reference and the search index can be checked.
ui-verify-file-do = Check
ui-verify-file-busy = Checking…
ui-verify-file-sound = No damage found.
ui-verify-file-damaged =
    { $count ->
        [one] It is damaged: one fault.
       *[other] It is damaged: { $count } faults.
    }
ui-open-another = Open another file…
ui-waiting-back = Back to the file that is open
ui-shared-move = Move it here
ui-shared-move-text = The file goes to this computer’s own folder and leaves the other one. You work on it there.
ui-shared-copy = Work on a copy…
ui-shared-copy-text = You choose where. The file stays where it is; save a copy back into the folder when you are done.
ui-passphrase-set = Lock this file with a passphrase
ui-passphrase-set-dots = Lock with a passphrase…
ui-passphrase-set-do = Lock
ui-passphrase-change = Change the passphrase
ui-passphrase-change-dots = Change the passphrase…
ui-passphrase-change-do = Change it
ui-passphrase-remove = Remove the passphrase
ui-passphrase-lead = Whoever finds or takes this computer can’t read a locked file: names, answers, history and backups are all encrypted.
ui-passphrase-current = Current passphrase
ui-passphrase-new = New passphrase
ui-passphrase-again = Type it again
ui-passphrase-make = Suggest one: six words
ui-passphrase-differs = The two don’t match. Type it again.
ui-passphrase-wrong = That isn’t this file’s passphrase.
ui-passphrase-lost = There is no way in without it. Nobody can reset it. Print the recovery sheet when it is set.
ui-passphrase-is-set = Locked the file with the new passphrase
ui-passphrase-is-off = Removed the passphrase
ui-passphrase-copies-locked =
    { $count ->
        [one] { $count } backup was locked with it too.
       *[other] { $count } backups were locked with it too.
    }
ui-passphrase-copies-off =
    { $count ->
        [one] { $count } backup can be read without it too.
       *[other] { $count } backups can be read without it too.
    }
ui-passphrase-left =
    { $count ->
        [one] This copy couldn’t be rewritten and is as it was. Delete it if you don’t need it:
       *[other] These copies couldn’t be rewritten and are as they were. Delete them if you don’t need them:
    }
ui-passphrase-elsewhere = Copies you saved or sent elsewhere have not changed.
ui-strength-weak = Weak: anyone who has the file can guess it in minutes
ui-strength-fair = Fair: stops most people, but not someone with time and money
ui-strength-strong = Strong: nobody will guess it
ui-sheet-print = Print a recovery sheet…
ui-sheet-why = The recovery sheet holds the passphrase. Keep it on paper, away from this computer.
ui-sheet-title = Recovery sheet
ui-sheet-for = This passphrase opens a coalition’s file in Undersigned. Nobody can open the file without it.
ui-sheet-file = File
ui-sheet-date = Set on
ui-sheet-keep = Keep this sheet away from the computer, where only people who may read the list can find it. Destroy it when the passphrase changes.
ui-lock = Lock, clipboard, backups
ui-lock-now = Lock now
ui-keys-lock = Ctrl L
ui-lock-on = This file is locked with a passphrase.
ui-lock-off = This file has no passphrase.
ui-lock-after = Lock after no activity for
ui-clipboard-clear = Clear what was copied after
ui-never = Never
ui-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
ui-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
ui-start-lock = Names on a list can put people at risk. You can lock the file.
ui-start-locked = This file is locked with a passphrase.
ui-file-here-locked = Locked, on this computer
ui-file-not-saved = Not saved: the file was moved
ui-file-to-look = Read-only
ui-file-moved = Another program moved, renamed or replaced this file. Nothing more is written to it. Save a copy of what you see, then open the file you want to work on.
ui-file-read-only = This file is read-only: it or its folder can’t be changed. Save a copy to work on it.
ui-backups = Backups
ui-backups-dots = Backups…
ui-backups-short = Backups are automatic.
ui-backups-lead = A backup is made automatically when you close a changed file, and before imports, merges and large changes. Older ones are thinned out over a year.
ui-backups-none = No backup yet: the first is made when you close the file.
ui-backups-folder = Kept in { $path }
ui-backups-choose = Another folder…
ui-backups-beside = Next to the file again
ui-backup-now = Back up now
ui-backup-elsewhere = A copy elsewhere
ui-backup-copied = The last one was made on { $date }.
ui-backup-never-copied = None yet. A copy on a USB drive survives this computer.
ui-backup-copy = Save a copy elsewhere…
ui-backup-contents = Organizations { $organizations } · people { $people } · letters { $letters } · confirmed { $confirmed }
ui-backup-same = As the file is now
ui-backup-since =
    { $count ->
        [one] { $count } change since
       *[other] { $count } changes since
    }
ui-backup-unreadable = It can’t be read: it is damaged, or locked with another passphrase.
ui-backup-test = Test
ui-backup-test-named = Test the backup { $name }
ui-backup-busy = Testing…
ui-backup-sound = It can be restored, and all of it is intact: organizations { $organizations }, letters { $letters }.
ui-backup-restore = Restore…
ui-backup-restore-named = Restore the backup { $name }
ui-backup-restore-text = The file goes back to how it was then. How it is now is kept among the backups.
ui-backup-restore-do = Restore
ui-backup-restored = The file is back to how it was on { $date }. How it was before that is among the backups.
ui-copy-old = Your last copy outside this computer is from { $date }. A USB drive in a drawer survives this computer.
ui-copy-never = There is no copy outside this computer yet. A USB drive in a drawer survives it.
ui-forget-dots = Forget…
ui-forget-contacts-dots = Forget the contacts…
ui-forget-title = Forget { $name }
ui-forget-contacts-title = Forget the contacts of { $name }
ui-forget-lead = This is removed from the file, its history and its search:
ui-forget-people =
    { $count ->
        [one] { $count } person, with addresses, roles and notes
       *[other] { $count } people, with addresses, roles and notes
    }
ui-forget-sign-ons =
    { $count ->
        [one] { $count } sign-on of their own, with its evidence
       *[other] { $count } sign-ons of their own, with their evidence
    }
ui-forget-texts =
    { $count ->
        [one] the name in { $count } other text, replaced by a dash
       *[other] the name in { $count } other texts, replaced by a dash
    }
ui-forget-files =
    { $count ->
        [one] { $count } stored file that names them
       *[other] { $count } stored files that name them
    }
ui-forget-editions =
    { $count ->
        [one] the name in { $count } edition, which is marked with today’s date
       *[other] the name in { $count } editions, which are marked with today’s date
    }
ui-forget-undo =
    { $count ->
        [one] { $count } step that can then no longer be undone
       *[other] { $count } steps that can then no longer be undone
    }
ui-forget-namesake = Somebody else has the same name. Only what clearly refers to this person is removed: check the texts yourself.
ui-forget-copies =
    { $count ->
        [one] This backup still holds them. Delete it when you can do without it:
       *[other] These backups still hold them. Delete them when you can do without them:
    }
ui-forget-outside = Letters already sent, exports and copies elsewhere can’t be reached from here.
ui-forget-never = This can’t be undone.
ui-forget-nobody = Everyone here also belongs to another organization. Forget them one at a time.
ui-forget-word = forget
ui-forget-type = Type “{ $word }” to go on
ui-forget-do = Forget
ui-forgotten = Forgotten. The history says only that it was done, and when.
ui-edition-struck = A person was struck out on { $date }. The copy that was sent is as it was.

# Days and moments that are typed.
ui-date-example = Dec 4
ui-date-time-example = Dec 4, 5 PM
ui-date-choose = Choose a day: { $field }
ui-date-past = That day has passed.
ui-date-future = That day hasn’t come yet.
ui-month-before = Previous month
ui-month-after = Next month
ui-zone-hint = Find a city

# Closing a form that holds something.
ui-unsaved = Discard what you typed?
ui-unsaved-keep = Keep editing
ui-unsaved-discard = Discard
ui-duty-until-missing = Give a date.

# The ledger as a table, and the pane beside it.
ui-ledger-person = Contact
ui-ledger-version = Version
ui-ask-dots = Ask organizations…
ui-table-save-or-print = Save or print
ui-divider-hint = Drag to resize, double-click to reset
ui-block-width = Width of the side pane
ui-block-choices = Layout: { $words }
ui-table-save =
    { $count ->
        [one] Save { $count } row as Excel or CSV…
       *[other] Save { $count } rows as Excel or CSV…
    }
ui-table-print =
    { $count ->
        [one] Print { $count } row…
       *[other] Print { $count } rows…
    }
ui-block-columns =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }

# Findings of a kind, in one line.
ui-check-kind-empty = Nobody is listed
ui-check-kind-no-ground = Confirmed, but nothing supports it
ui-check-kind-unwritten = Listed without a written yes
ui-check-kind-nobody-responsible = No contact and no evidence
ui-check-kind-count-differs = Counts that differ
ui-check-kind-title-missing = Signers without a title
ui-check-kind-parent-and-chapter = Parent and chapter both listed
ui-check-kind-name-differs = Printed differently last time
ui-check-kind-said-yes-left-out = Said yes, not in writing
ui-check-kind-older-version = Signed an earlier version
ui-check-kind-withdrawn = Withdrew
ui-check-kind-sent-and-withdrawn = On a list that was sent, and withdrew
ui-check-kind-twice = Listed twice
ui-check-kind-perhaps-twice = May be the same
ui-check-kind-name-changed = Confirmed under another name
ui-check-kind-may-opt-out = May still object
ui-check-kind-late = Confirmed late
ui-check-kind-other-domain = Answered from another domain
ui-check-kind-free-mail = Answered from a free email address
ui-check-kind-signer-not-there = Signer isn’t among its people
ui-check-kind-signer-may-not-sign = Signer isn’t marked as allowed to sign
ui-check-kind-first-contact = No contact before
ui-check-kind-former-organization = Former organizations
ui-check-kind-list-only = Known from a list alone
ui-check-kind-asked-by-import = An import says otherwise
ui-check-accept-all = Accept all { $count }…
ui-legend-reconfirm =
    { $count ->
        [one] must say yes again
       *[other] must say yes again
    }

# The file, and what is looked for by other words.
ui-about = About Undersigned
ui-guide = Guide
ui-guide-find = Find in the guide
ui-also-guide = help manual how to
ui-guide-page = Guide: { $title }
ui-about-version = Version { $version } · { $licence }
ui-about-promise = Everything stays on this computer. Undersigned sends nothing and has no account.
ui-about-parts = Built with { $count } open-source libraries
ui-file-rename = Rename the file
ui-file-rename-dots = Rename…
ui-file-rename-name = File name
ui-file-rename-hint = The file stays in its folder. Its backups are renamed too.
ui-file-rename-do = Rename
ui-file-renamed = Renamed to “{ $name }”
ui-file-folder = Show in folder
ui-file-recent = Open “{ $name }”
ui-recent = Recent files
ui-settings-recent = Remember recently opened files
ui-recent-clear = Clear the list ({ $count })
ui-export = Export everything
ui-export-dots = Export everything…
ui-export-lead = Writes everything in this file into a folder that other programs can read: one file for each table, and every attachment.
ui-export-open = The exported files are not locked by your passphrase.
ui-export-choose = Choose a folder…
ui-document-dots = Put into a document…
ui-layout-to = Layout: { $layout }
ui-mark-as = Mark as { $status }
ui-show-only = Show only: { $status }
ui-also-block = block signatories list names signatures clipboard word pdf
ui-also-copy-file = duplicate backup save as
ui-also-export = download csv excel json leave
ui-also-keys = shortcuts keyboard help
ui-also-about = version licence license help
ui-also-settings = preferences options language theme dark light
ui-also-paste = answers responses form import record sign-ons
ui-also-text = version wording draft letter
ui-also-import = csv excel spreadsheet contacts list upload
ui-export-done =
    { $count ->
        [one] Wrote { $count } file into { $folder }
       *[other] Wrote { $count } files into { $folder }
    }
ui-copy-named = Copy { $name }
ui-organization-kept =    { $count ->
        [one] It is on { $count } letter, so it can’t be removed. If it no longer exists, mark it as former: the letter keeps its signature.
       *[other] It is on { $count } letters, so it can’t be removed. If it no longer exists, mark it as former: the letters keep its signature.
    }
ui-organization-retire = Mark as former
ui-organization-former = Former: it stays on its letters and is left out when you ask. Change its membership to bring it back.
# Writing to people, and their answers.
ui-write = Write…
ui-addresses-copy = Copy addresses
ui-addresses-copied = { $count ->
    [one] One address copied
   *[other] { $count } addresses copied
  }
ui-desk = Desk
ui-desk-progress = { $done } of { $count } done
ui-desk-empty = No messages to write
ui-desk-empty-text = Select organizations on a letter or among the follow-ups and press “Write…”. Each message is prepared here, and your own mail program sends it.
ui-desk-empty-go = Go to the follow-ups
ui-desk-finish = Mark the open one as sent
ui-desk-clear = Clear the desk
ui-desk-others = All at once
ui-desk-group = One message to all
ui-desk-group-about = Nobody sees who else gets it; answers carry no code
ui-desk-drafts = Save all drafts in a folder…
ui-desk-rows = Save as rows for mail merge…
ui-desk-saved =    { $count ->
        [one] Saved { $count } message in { $path }
       *[other] Saved { $count } messages in { $path }
    }
ui-desk-group-done =    { $count ->
        [one] Opened { $count } draft
       *[other] Opened { $count } drafts
    }
ui-desk-left =    { $count ->
        [one] { $count } message can’t go yet. { $why }
       *[other] { $count } messages can’t go yet. { $why }
    }
ui-desk-last = That was the last one. Mark it as sent once it is.
ui-draft = Draft
ui-draft-waiting = to write
ui-draft-opened = opened
ui-draft-sent = sent
ui-draft-left = left out
ui-draft-to = To
ui-draft-subject = Subject
ui-draft-text = Text
ui-draft-attached = Attached
ui-draft-attach-by-hand = Only draft files carry attachments. Save { $name } and attach it in your mail program.
ui-draft-attach-save = Save the file…
ui-desk-without = A file for mail merge carries no attachment. Attach { $name } in the program you merge with.
ui-draft-waits-name = Fill in your name above to see the message as it will go out.
ui-draft-copy-text = Copy the text
ui-draft-personal = Personal line
ui-draft-personal-hint = Goes first, in this message only.
ui-draft-open = Open the draft
ui-draft-not-sent = Not sent
ui-draft-leave = Leave out
ui-draft-put-back = Put back
ui-copy-part = Copy { $part }
ui-sender-question = Who is writing? Your name goes into your messages, and is kept on this computer only.
ui-sender-email = Your email
ui-sender-organization = Your organization
ui-carrier = How drafts are opened
ui-carrier-question = How should drafts reach your mail program? Try one with a test message to yourself. Copying always works.
ui-carrier-copy = Copy
ui-carrier-eml = Draft file
ui-carrier-mailto = Mail link
ui-carrier-gmail = Gmail
ui-carrier-outlook-web = Outlook on the web
ui-carrier-choose = Use this
ui-carrier-test = Try it
ui-carrier-could = Could you send from it?
ui-carrier-yes = Yes
ui-carrier-no = No
ui-templates = Message texts
ui-templates-dots = Message texts…
ui-template-kind = What for
ui-template-ask = Ask
ui-template-reminder = Reminder
ui-template-in-writing = Please put it in writing
ui-template-reconfirm = A yes to the new version
ui-template-receipt = Receipt
ui-template-delivered = Delivered
ui-template-thanks = Thanks
ui-template-whose = For which letters
ui-template-every = Every letter
ui-template-this = This letter
ui-template-shipped = This is the original text.
ui-template-own = This is your text for every letter.
ui-template-letter = This text is for this letter only.
ui-template-fields = Fields
ui-template-reset = Use the original text
ui-template-attach = Attach the letter with its signatories
ui-template-attach-nothing = Nothing
ui-template-attach-pdf = PDF
ui-template-attach-docx = Word
ui-followups-write = { $count ->
    [one] Write to one
   *[other] Write to { $count }
  }
ui-letter-goal = Goal (number of signers)
ui-letter-goal-wrong = Write a number, or leave it empty.
ui-letter-form = Your own form
ui-letter-form-hint = Make a pre-filled link in your form with CODE, ORGANIZATION, NAME, TITLE or EMAIL typed into its fields, and paste it here.
ui-calendar-save = Save the dates for a calendar…
ui-outreach-receipt = Receipt
ui-outreach-delivered = Final copy
ui-outreach-thanks = Thanks
ui-answers-page = Answers
ui-answer = Answer
ui-answers-waiting =    { $count ->
        [one] { $count } to review
       *[other] { $count } to review
    }
ui-answers-file = Open a file…
ui-answers-watch = Watch a folder…
ui-answers-watched = Watching { $folder }
ui-answers-unwatch = Stop
ui-answers-came =    { $count ->
        [one] { $count } answer came in
       *[other] { $count } answers came in
    }
ui-answers-empty = No answers to review
ui-answers-empty-text = Copy an email in your mail program and press Ctrl+V here, or drop mail files on the window. From Outlook, drag the message into a folder first.
ui-answer-own = Your own message
ui-answer-whose = Whose answer is this?
ui-answer-whose-first = First choose whose answer it is.
ui-answer-nobody = Nobody you asked fits. Check the sender, or set it aside.
ui-answer-says = Count it as
ui-answer-yes = Yes
ui-answer-yes-but = Yes, but
ui-answer-not-yet = Not yet
ui-answer-no = No
ui-answer-question = A question
ui-answer-automatic = Automatic reply
ui-answer-delivery-failure = Not delivered
ui-answer-unclear = Unclear: only noted
ui-answer-until = Until
ui-answer-accept = Accept
ui-answer-learn = Mark as sent
ui-answer-aside = Set aside
ui-answer-damaged = { $code } looks like a code but has a wrong character.
ui-answer-dead = Addresses that no longer work: { $names }
ui-known-code = Has its code
ui-known-thread = Replies to a message of yours
ui-known-address = Sent from an address you know
ui-known-signature = Named in the signature
ui-known-foreign-code = Its code is only quoted, and the sender isn’t known there
ui-known-domain = Sent from their domain
ui-known-name = Sender’s name
ui-known-likeness = Similar name
# What is taught once, where it is first done.
ui-lesson-ledger = Press a letter on a row: C confirmed, D declined, A asked. ? shows every key.
ui-lesson-paper = Click a name to find its row. Right-click it to pin it first or last.
ui-lesson-preview = The arrow keys go from row to row. Delete leaves one out, E corrects a name, Ctrl ⏎ records them all.
ui-lesson-preview-table = The arrow keys go from row to row. Delete leaves one out, Ctrl ⏎ imports them all.
ui-lesson-desk = ⏎ opens the draft in your mail program. Send it there and come back: the next one is ready.
ui-lesson-answers = Read what they wrote, then press ⏎ to accept it as shown. Nothing counts until you do.
ui-lesson-done = Got it
# What is due to those who signed.
ui-due = Receipts and final copies
ui-due-receipt =
    { $count ->
        [one] { $count } signer of “{ $title }” has no receipt yet
       *[other] { $count } signers of “{ $title }” have no receipt yet
    }
ui-due-delivered =
    { $count ->
        [one] { $count } signer of “{ $title }” has no final copy yet
       *[other] { $count } signers of “{ $title }” have no final copy yet
    }
ui-answers-review = Review
