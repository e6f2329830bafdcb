// Written by `cargo xtask bindings`: change the types in Rust.

/**
 * Whether and how a person's affiliation prints. An organization that did not sign is named only when
 * asked for.
 */
export type Affiliation = "auto" | "comma" | "parentheses" | "hidden";

/**
 * What kind of other name an alias is.
 */
export type AliasKind = "acronym" | "former" | "translation" | "spelling";

/**
 * A way to reach a person.
 */
export type ContactKind = "email" | "phone";

/**
 * Which deadline of a letter.
 */
export type DeadlineKind = "soft" | "hard";

/**
 * Where a draft of the desk stands.
 */
export type DeskState = "waiting" | "opened" | "sent" | "left";

/**
 * What became of a paragraph.
 */
export type DiffKind = "same" | "changed" | "added" | "removed";

/**
 * What an entry shows.
 */
export type EntryForm = "organization" | "place" | "signer" | "organization-first";

/**
 * A kind of file that tables are written as.
 */
export type ExportFormat = "csv" | "xlsx" | "json";

/**
 * Why somebody is to be chased.
 */
export type FollowupKind = "no-answer" | "board-date" | "unwritten" | "deadline" | "reconfirm" | "to-ask";

/**
 * A form in which a block leaves the app.
 */
export type Format = "text" | "html" | "markdown" | "latex" | "rtf" | "csv" | "docx" | "pdf" | "xlsx";

/**
 * What puts entries under a common heading.
 */
export type GroupBy = "none" | "scope" | "state" | "country" | "type" | "district" | "heading";

/**
 * How the block says that a person's affiliation is no signature of that organization.
 */
export type Identification = "inline" | "note" | "footnote" | "heading" | "none";

/**
 * Where people who sign for themselves stand.
 */
export type Individuals = "mixed" | "apart";

/**
 * The shape of the list on the page.
 */
export type Layout = "lines" | "columns" | "bullets" | "numbered" | "table" | "prose" | "wet" | "logos";

/**
 * Which organizations a matrix shows.
 */
export type MatrixRows = "signed" | "members" | "all";

/**
 * By what the rows of a matrix stand.
 */
export type MatrixSort = "name" | "signed";

/**
 * What an organization is to the coalition.
 */
export type Membership = "member" | "ally" | "prospect" | "former";

/**
 * What a status needs to be set.
 */
export type Needs = "nothing" | "day" | "until" | "who" | "writing";

/**
 * Where the numbers of a numbered list begin.
 */
export type Numbering = "through" | "each-group";

/**
 * What decides which entry comes before which.
 */
export type Order = "alphabetical" | "letter-by-letter" | "surname" | "signed" | "entered";

/**
 * What the list of organizations can be sorted by. Those that say nothing there come last.
 */
export type OrganizationColumn = "name" | "city" | "state" | "country" | "district" | "owner" | "scope" | "kind" | "membership" | "parent" | "lead-days" | "letters" | "signed" | "last-contact";

/**
 * A field of an organization that is changed by itself.
 */
export type OrganizationField = "name" | "prints-as" | "sort-as" | "scope" | "kind" | "membership" | "parent" | "city" | "state" | "country" | "website" | "district" | "owner" | "decides" | "lead-days" | "never-signs" | "ask-first" | "note" | "add-tag" | "remove-tag";

/**
 * What kind of body an organization is: its type.
 */
export type OrganizationKind = "nonprofit" | "faith" | "labor" | "academic" | "business" | "government" | "informal";

/**
 * A field of an organization that is one line of text and nothing more.
 */
export type OrganizationText = "district" | "owner";

/**
 * What was done to hear from somebody.
 */
export type OutreachKind = "ask" | "reminder" | "call" | "note" | "receipt" | "delivered" | "thanks";

/**
 * What documents are printed on.
 */
export type Paper = "letter" | "a4";

/**
 * What the list of people can be sorted by.
 */
export type PersonColumn = "name" | "organization" | "role" | "email";

/**
 * A field of a person that is changed by itself.
 */
export type PersonField = "name" | "pronouns" | "do-not-contact" | "role" | "add-tag" | "remove-tag";

/**
 * What became of some words.
 */
export type PieceKind = "same" | "added" | "removed";

/**
 * What those who signed an earlier text must do to stand under a new one.
 */
export type Reconfirm = "none" | "opt-out" | "opt-in";

/**
 * How far an organization's work reaches.
 */
export type Scope = "international" | "national" | "state" | "local" | "tribal";

/**
 * What stands between two names in prose.
 */
export type Separator = "auto" | "comma" | "semicolon" | "dash" | "bullet" | "slash";

/**
 * How a yes stands under the latest text.
 */
export type SignOnStanding = "stands" | "may-opt-out" | "must-reconfirm" | "lapsed";

/**
 * Where a letter is on its way.
 */
export type Stage = "draft" | "circulating" | "closed" | "delivered" | "archived";

/**
 * Where an organization stands in a family.
 */
export type Standing = "parent" | "chapter" | "alone";

/**
 * Where a sign-on stands.
 */
export type Status = "to-ask" | "asked" | "considering" | "said-yes" | "confirmed" | "declined" | "withdrawn";

/**
 * What the messages of a kind carry of the letter itself: its text with its block as a document.
 */
export type TemplateAttachment = "nothing" | "pdf" | "docx";

/**
 * What a text is written for.
 */
export type TemplateKind = "ask" | "reminder" | "in-writing" | "reconfirm" | "receipt" | "delivered" | "thanks";

/**
 * A field of an organization that a filter looks into.
 */
export type TextField = "aliases" | "prints-as" | "city" | "website" | "decides" | "never-signs" | "note";

/**
 * Where a day without a year or a week lies.
 */
export type Toward = "future" | "past";

/**
 * What it is when one status follows another.
 */
export type Transition = "news" | "again" | "correction" | "refused";

/**
 * What becomes of an organization's name in another language.
 */
export type Translations = "none" | "instead" | "beside";

/**
 * How an answer came.
 */
export type Via = "email" | "form" | "phone" | "paper" | "meeting" | "list";

/**
 * What an entry shows of where it is.
 */
export type Whereabouts = "auto" | "place" | "country" | "all";
