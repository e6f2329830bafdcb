// Written by `cargo xtask bindings`: change the types in Rust.
import type { HistoryItem } from "./history";
import type { EvidenceId, FilterId, FurtherSignerId, ImportId, LetterId, OrganizationId, OutreachId, PersonId, SignOnId } from "./ids";
import type { Letter } from "./letters";
import type { OrganizationPerson, OrganizationRef } from "./organizations";
import type { PersonRef } from "./people";
import type { FollowupKind, OutreachKind, SignOnStanding, Status, Via } from "./words";

/**
 * An organization to ask, as it was chosen.
 */
export type AskItem = {
/**
 * The organization.
 */
organizationId: OrganizationId,
/**
 * Whom to write to there.
 */
personId: PersonId | null, };

/**
 * Whom a source would put on a letter.
 */
export type AskPlan = {
/**
 * Those who are not on it yet, by name.
 */
rows: Array<AskRow>,
/**
 * How many of the source are on it already.
 */
already: number, };

/**
 * An organization that could be asked.
 */
export type AskRow = {
/**
 * The organization.
 */
organization: OrganizationRef,
/**
 * City and state.
 */
place: string,
/**
 * Whom to write to there.
 */
person: PersonRef | null,
/**
 * The email to write to.
 */
email: string | null,
/**
 * Why it is left out unless somebody chooses it, as a sentence.
 */
why: string | null,
/**
 * Whether it is chosen as long as nobody says otherwise.
 */
chosen: boolean, };

/**
 * Where those to ask come from.
 */
export type AskSource = { "kind": "members" } | { "kind": "filter",
/**
 * The filter.
 */
id: FilterId, } | { "kind": "letter",
/**
 * That letter.
 */
letterId: LetterId, } | { "kind": "topic",
/**
 * The topic.
 */
topic: string, } | { "kind": "import",
/**
 * That import.
 */
id: ImportId, } | { "kind": "organizations",
/**
 * The organizations.
 */
ids: Array<OrganizationId>, };

/**
 * Whom to put on a letter.
 */
export type Asking = {
/**
 * Organizations that are known.
 */
items: Array<AskItem>,
/**
 * The names of organizations that are new to the coalition, and are added.
 */
names: Array<string>,
/**
 * Whether they have been written to already, each the person to write to there: that is noted as the ask.
 */
asked: boolean, };

/**
 * A doubt about who may sign.
 */
export type AuthorityMark = "other-domain" | "free-mail" | "not-there" | "may-not-sign" | "first-contact" | "former" | "list-only";

/**
 * A file that evidence is.
 */
export type EvidenceFile = {
/**
 * Its name, without any path.
 */
name: string,
/**
 * Its media type, by its name: `message/rfc822`.
 */
media: string,
/**
 * Its size in bytes.
 */
bytes: number,
/**
 * The SHA-256 of its bytes, in hexadecimal.
 */
sha256: string, };

/**
 * A piece of evidence.
 */
export type EvidenceItem = {
/**
 * Its id.
 */
id: EvidenceId,
/**
 * How it came.
 */
via: Via | null,
/**
 * Its text, or empty: of a message, the writer's own words.
 */
text: string,
/**
 * When it came, ISO 8601 in UTC.
 */
at: string,
/**
 * The file, where it is one.
 */
file: EvidenceFile | null,
/**
 * Who sent a message, or empty.
 */
sender: string,
/**
 * What a message is about, or empty.
 */
subject: string,
/**
 * When a message was sent, as it says itself, ISO 8601 in UTC.
 */
sentAt: string | null,
/**
 * How many sign-ons rest on it.
 */
sharedBy: number, };

/**
 * Somebody to chase.
 */
export type Followup = {
/**
 * The sign-on.
 */
signOnId: SignOnId,
/**
 * The letter.
 */
letterId: LetterId,
/**
 * Its title.
 */
letter: string,
/**
 * The name that would print.
 */
name: string,
/**
 * Where the sign-on stands.
 */
status: Status,
/**
 * Whom to write to or call.
 */
person: FollowupPerson | null,
/**
 * Why.
 */
kind: FollowupKind,
/**
 * Why, as a sentence.
 */
why: string,
/**
 * How much it presses: more comes first.
 */
urgency: number,
/**
 * Since when, or by when, `2020-12-15`.
 */
due: string | null,
/**
 * When there was last contact, ISO 8601 in UTC.
 */
lastContact: string | null,
/**
 * How often they were asked, reminded or called.
 */
contacts: number,
/**
 * Until which day it is too soon to write again.
 */
waiting: string | null, };

/**
 * Whom to write to or call.
 */
export type FollowupPerson = {
/**
 * The person.
 */
id: PersonId,
/**
 * Their name.
 */
name: string,
/**
 * The email to write to.
 */
email: string | null,
/**
 * The phone to call.
 */
phone: string | null, };

/**
 * Somebody who signs beside the signer.
 */
export type FurtherSigner = {
/**
 * Their id.
 */
id: FurtherSignerId,
/**
 * Their name.
 */
name: string,
/**
 * Their title, or empty.
 */
title: string,
/**
 * Whether they print where signers do.
 */
shown: boolean, };

/**
 * What differs in a ledger from the [`LedgerSnapshot`] that a window names.
 */
export type LedgerDelta = {
/**
 * The number of this state, to be named when asking again.
 */
seen: number,
/**
 * All sign-ons in order, when some came, went or moved.
 */
order: Array<SignOnId> | null,
/**
 * Those that are new or different.
 */
rows: Array<SignOn>,
/**
 * Whether this is all: of a long ledger that is not known yet the beginning comes first, and the rest is news of that.
 */
complete: boolean, };

/**
 * A letter with what became of its ledger since it was seen.
 */
export type LedgerView = {
/**
 * The letter.
 */
letter: Letter,
/**
 * What differs in its sign-ons.
 */
delta: LedgerDelta, };

/**
 * One line of what was written or said about a sign-on.
 */
export type OutreachItem = {
/**
 * Its id.
 */
id: OutreachId,
/**
 * What was done.
 */
kind: OutreachKind,
/**
 * How.
 */
via: Via | null,
/**
 * To whom.
 */
person: PersonRef | null,
/**
 * When, ISO 8601 in UTC.
 */
at: string,
/**
 * With what words, or empty.
 */
text: string, };

/**
 * A row of the ledger.
 */
export type SignOn = {
/**
 * Its id.
 */
id: SignOnId,
/**
 * The letter.
 */
letterId: LetterId,
/**
 * The organization; None for an individual.
 */
organizationId: OrganizationId | null,
/**
 * The organization's official name; the individual's name.
 */
organization: string,
/**
 * The name on this letter, exactly.
 */
printsAs: string,
/**
 * The name on the letter before this one, when it differs.
 */
printsAsBefore: string | null,
/**
 * The name that it printed when it was confirmed, when it differs.
 */
confirmedAs: string | null,
/**
 * Where it stands.
 */
status: Status,
/**
 * Who signs for it, or empty.
 */
signer: string,
/**
 * The signer's title, or empty.
 */
title: string,
/**
 * An individual's own organization, which does not sign, or empty.
 */
affiliation: string,
/**
 * Whom to write to about it.
 */
person: PersonRef | null,
/**
 * Who gave the answer, or empty.
 */
authorizedBy: string,
/**
 * How the answer came.
 */
via: Via | null,
/**
 * The beginning of the first text that it rests on, at most 240 characters; of a file without one, its name.
 */
evidence: string | null,
/**
 * How many pieces of evidence it rests on.
 */
evidenceCount: number,
/**
 * When the answer was given, ISO 8601 in UTC.
 */
decidedAt: string | null,
/**
 * By when an answer is expected, `2020-12-15`.
 */
expectedBy: string | null,
/**
 * When there was last contact, ISO 8601 in UTC.
 */
lastContact: string | null,
/**
 * The day until which it is not to be chased, `2020-12-15`.
 */
chaseAfter: string | null,
/**
 * Why it counts as confirmed without writing, or empty.
 */
reason: string,
/**
 * What the coordinator wants to remember.
 */
note: string,
/**
 * Whether the organization leads the letter.
 */
lead: boolean,
/**
 * City and state: "Viroqua, WI".
 */
place: string,
/**
 * The number of the text that the answer was given for.
 */
version: number | null,
/**
 * How a yes stands under the latest text; of any other status, that it stands.
 */
standing: SignOnStanding,
/**
 * By which day they can say that they do not stand, or must say yes again.
 */
standingBy: string | null,
/**
 * Whether it was confirmed after the hard deadline, or after the letter was delivered.
 */
late: boolean,
/**
 * The coordinator's own heading for it in the block, or empty.
 */
heading: string,
/**
 * Its place in its group of the block: 1 is the first, -1 the last.
 */
pin: number | null,
/**
 * Whether it counts and is named in no block.
 */
unnamed: boolean,
/**
 * The doubts about who may sign that nobody settled.
 */
doubts: Array<AuthorityMark>, };

/**
 * What a row of the ledger does not hold.
 */
export type SignOnDetail = {
/**
 * The sign-on.
 */
id: SignOnId,
/**
 * What it rests on.
 */
evidence: Array<EvidenceItem>,
/**
 * What was written or said about it, the latest first.
 */
outreach: Array<OutreachItem>,
/**
 * The last entries of the history about it, the latest first.
 */
history: Array<HistoryItem>,
/**
 * Who signs beside the signer.
 */
further: Array<FurtherSigner>,
/**
 * Those at the organization who can be written to now.
 */
people: Array<OrganizationPerson>, };

/**
 * A new status with what it rests on.
 */
export type StatusChange = {
/**
 * The new status.
 */
status: Status,
/**
 * Who gave the answer.
 */
authorizedBy: string | null,
/**
 * How it came.
 */
via: Via | null,
/**
 * The text that it rests on.
 */
evidence: string | null,
/**
 * Why it counts as confirmed without writing.
 */
reason: string | null,
/**
 * When the answer was given, ISO 8601; now when left out.
 */
at: string | null,
/**
 * By when an answer is expected, `2020-12-15`.
 */
expectedBy: string | null, };

/**
 * How many who confirmed one text of a letter stand under the latest.
 */
export type VersionStanding = {
/**
 * The number of the text that they confirmed; 0 before there was any.
 */
version: number,
/**
 * They stand.
 */
stands: number,
/**
 * They stand, and may still object.
 */
mayOptOut: number,
/**
 * They do not stand until they confirm again.
 */
mustReconfirm: number,
/**
 * They did not confirm again in time.
 */
lapsed: number, };
