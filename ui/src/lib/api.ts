/// Everything the window asks of the core: one function a command, and the few events that come from outside.
/// The only file that imports @tauri-apps.
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';

import type {
  About,
  AppState,
  Applied,
  Exported,
  Language,
  Progress,
  RecentFile,
  WireError,
} from '$bindings/app';
import type { Backups, Contents, CopyDue } from '$bindings/backups';
import type { BlockOptions, BlockView, Filled, Saved, Styles } from '$bindings/block';
import type { AcceptedItem, CheckItem } from '$bindings/check';
import type { DuplicatesView } from '$bindings/duplicates';
import type { Edition, EditionDiff } from '$bindings/editions';
import type { Filter, FilterChoices, SavedFilter } from '$bindings/filters';
import type { Hit } from '$bindings/finding';
import type { Taken, Whom } from '$bindings/forgetting';
import type { HistoryPage, HistoryQuery } from '$bindings/history';
import type {
  Decision,
  ImportPlan,
  ImportRows,
  ImportSource,
  ImportSummary,
  ImportTarget,
  Likely,
  ListEdit,
  MessageView,
  Outcome,
  PlanRows,
  SourceChange,
  TableSource,
  TextSpan,
} from '$bindings/imports';
import type {
  AskPlan,
  AskSource,
  Asking,
  EvidenceItem,
  Followup,
  FurtherSigner,
  LedgerView,
  OutreachItem,
  SignOn,
  SignOnDetail,
  StatusChange,
  VersionStanding,
} from '$bindings/ledger';
import type { DeadlineMove, Letter, LetterFields, LetterSummary, TypedTime } from '$bindings/letters';
import type { Acceptance, Answer, Carrier, DeskItem, Prepared, Template } from '$bindings/outreach';
import type { PassphraseSet, Strength, WaitingFile } from '$bindings/locking';
import type { Matrix, MatrixQuery } from '$bindings/matrix';
import type { MergeChoices, MergePlan } from '$bindings/merge';
import type {
  OrganizationDetail,
  OrganizationFields,
  OrganizationFilter,
  OrganizationPage,
  OrganizationRow,
  OrganizationSort,
} from '$bindings/organizations';
import type {
  PersonDetail,
  PersonFields,
  PersonFilter,
  PersonPage,
  PersonRow,
  PersonSort,
  PersonTwin,
} from '$bindings/people';
import type { States, Timeline } from '$bindings/pictures';
import type { ImportField } from '$bindings/reading';
import type { Recognized } from '$bindings/recognizing';
import type { Settings } from '$bindings/settings';
import type { Version, VersionDiff, VersionFields } from '$bindings/versions';
import type {
  DeadlineKind,
  ExportFormat,
  Format,
  OrganizationField,
  OutreachKind,
  PersonField,
  Status,
  TemplateKind,
  Toward,
  Via,
} from '$bindings/words';

/// A text kept as evidence: how it came, and when; now when left out.
export interface EvidenceFields {
  via: Via | null;
  text: string;
  at: string | null;
}

/// A contact noted: what it was, how, what was said, and when; now when left out.
export interface OutreachFields {
  kind: OutreachKind;
  via: Via | null;
  text: string;
  at: string | null;
}

/// The error that a command was refused with; anything else that is thrown becomes one of kind `system`.
export function wireError(error: unknown): WireError {
  if (typeof error === 'object' && error !== null && 'kind' in error && 'message' in error) {
    return { field: null, ...(error as { kind: string; message: string }) };
  }
  return { kind: 'system', message: error instanceof Error ? error.message : String(error), field: null };
}

export const getApp = () => invoke<AppState>('get_app');
export const getSettings = () => invoke<Settings>('get_settings');
export const setSettings = (settings: Settings) => invoke<Settings>('set_settings', { settings });
/// What somebody means who types a day or a moment, in a zone; of this computer with null.
export const readTime = (text: string, zone: string | null, toward: Toward) =>
  invoke<TypedTime>('read_time', { text, zone, toward });
export const setLanguage = (language: Language) => invoke<AppState>('set_language', { language });

/// Asks where with the system's dialog; null when the person cancels.
export const newCoalition = () => invoke<AppState | null>('new_coalition');
/// Asks which with the system's dialog; null when the person cancels.
export const openCoalition = () => invoke<AppState | null>('open_coalition');
export const openCoalitionAt = (path: string) => invoke<AppState>('open_coalition_at', { path });
/// Asks which coalition with the system's dialog, and opens it in a window of its own; false when the person cancels.
export const newWindow = () => invoke<boolean>('new_window');
/// Asks where with the system's dialog; the path of the copy, or null when the person cancels.
export const saveCopy = () => invoke<string | null>('save_copy');
/// Another name for the open file, in the folder where it is.
export const renameCoalition = (name: string) => invoke<AppState>('rename_coalition', { name });
/// Shows the folder of the open file in the system's own program.
export const showInFolder = () => invoke<null>('show_in_folder');
/// Asks for a folder, and writes everything there; null when the person cancels.
export const exportEverything = (format: ExportFormat) =>
  invoke<Exported | null>('export_everything', { format });
/// The files that were opened before, the open one left out.
export const recentFiles = () => invoke<RecentFile[]>('recent_files');
export const openRecent = (path: string) => invoke<AppState>('open_recent', { path });
export const clearRecent = () => invoke<null>('clear_recent');
export const about = () => invoke<About>('about');
export const openSample = () => invoke<AppState>('open_sample');
/// Back from the sample to one's own file.
export const openOwn = () => invoke<AppState>('open_own');

/// The file that waits for its passphrase or for where it is to go; null when none does.
export const getWaiting = () => invoke<WaitingFile | null>('get_waiting');
/// Back to the file that is open.
export const leaveWaiting = () => invoke<AppState>('leave_waiting');
export const unlock = (passphrase: string) => invoke<AppState>('unlock', { passphrase });
export const lock = () => invoke<null>('lock');
/// Brings the file that waits into the program's own folder, or makes a copy of it where the system's dialog says.
export const bringHere = (passphrase: string, copy: boolean) =>
  invoke<AppState | null>('bring_here', { passphrase, copy });
export const setPassphrase = (current: string | null, passphrase: string | null) =>
  invoke<PassphraseSet>('set_passphrase', { current, passphrase });
export const generatePassphrase = () => invoke<string>('generate_passphrase');
export const judgePassphrase = (passphrase: string) => invoke<Strength>('judge_passphrase', { passphrase });
export const listBackups = () => invoke<Backups>('list_backups');
export const makeBackup = () => invoke<Backups>('make_backup');
export const testBackup = (path: string) => invoke<Contents>('test_backup', { path });
export const restoreBackup = (path: string) => invoke<AppState>('restore_backup', { path });
/// Asks for a folder with the system's dialog; null when the person cancels.
export const chooseBackupFolder = () => invoke<Backups | null>('choose_backup_folder');
export const resetBackupFolder = () => invoke<Backups>('reset_backup_folder');
/// Asks where with the system's dialog; the path of the copy, or null when the person cancels.
export const copyElsewhere = () => invoke<string | null>('copy_elsewhere');
export const remindOfCopy = () => invoke<CopyDue | null>('remind_of_copy');
export const planForgetting = (who: Whom) => invoke<Taken>('plan_forgetting', { who });
/// It can't be undone: everything is to be asked anew.
export const forget = (who: Whom) => invoke<Taken>('forget', { who });

export const undo = () => invoke<Applied<null>>('undo');
export const redo = () => invoke<Applied<null>>('redo');
/// A part of the history, the latest first.
export const listHistory = (query: HistoryQuery) => invoke<HistoryPage>('list_history', { query });

export const listLetters = () => invoke<LetterSummary[]>('list_letters');
export const getLetter = (id: number) => invoke<Letter>('get_letter', { id });
export const addLetter = (fields: LetterFields) => invoke<Applied<number>>('add_letter', { fields });
export const setLetter = (id: number, fields: LetterFields) =>
  invoke<Applied<null>>('set_letter', { id, fields });
export const removeLetter = (id: number) => invoke<Applied<null>>('remove_letter', { id });

export const listSignOns = (letterId: number) => invoke<SignOn[]>('list_sign_ons', { letterId });
/// A letter, and what became of its ledger since the state with the number `seen`.
export const getLedger = (letterId: number, seen: number | null) =>
  invoke<LedgerView>('get_ledger', { letterId, seen });
/// What stands beside a row of the ledger that is shown in full.
export const getSignOn = (id: number) => invoke<SignOnDetail>('get_sign_on', { id });
/// Adds organizations to a letter as "to ask"; how many were new to it.
export const addSignOns = (letterId: number, organizationIds: number[]) =>
  invoke<Applied<number>>('add_sign_ons', { letterId, organizationIds });
export const setSignOnStatus = (ids: number[], change: StatusChange) =>
  invoke<Applied<null>>('set_sign_on_status', { ids, change });
export const setSignOnName = (id: number, printsAs: string) =>
  invoke<Applied<null>>('set_sign_on_name', { id, printsAs });
export const setSignOnSigner = (id: number, signer: string, title: string) =>
  invoke<Applied<null>>('set_sign_on_signer', { id, signer, title });
export const setSignOnNote = (id: number, note: string) =>
  invoke<Applied<null>>('set_sign_on_note', { id, note });
export const removeSignOns = (ids: number[]) => invoke<Applied<null>>('remove_sign_ons', { ids });

/// Whom a source would put on a letter, each with the person to write to, and why somebody is left out unless chosen.
export const planAsk = (letterId: number, source: AskSource) =>
  invoke<AskPlan>('plan_ask', { letterId, source });
/// Puts organizations on a letter, to be asked or asked already, each with the person to write to; how many were new to it.
export const ask = (letterId: number, asking: Asking) => invoke<Applied<number>>('ask', { letterId, asking });
/// Whom to write to about a sign-on.
export const setSignOnPerson = (id: number, personId: number | null) =>
  invoke<Applied<null>>('set_sign_on_person', { id, personId });
/// Puts a person who signs for themselves on a letter; the id of the sign-on.
export const addIndividual = (letterId: number, name: string, title: string, affiliation: string) =>
  invoke<Applied<number>>('add_individual', { letterId, name, title, affiliation });
export const setSignOnAffiliation = (id: number, affiliation: string) =>
  invoke<Applied<null>>('set_sign_on_affiliation', { id, affiliation });

export const listEvidence = (signOnId: number) => invoke<EvidenceItem[]>('list_evidence', { signOnId });
export const addEvidence = (signOnIds: number[], fields: EvidenceFields) =>
  invoke<Applied<number>>('add_evidence', { signOnIds, ...fields });
/// Asks for a file with the system's dialog and keeps it as evidence; null when the person cancels.
export const addEvidenceFile = (signOnIds: number[], via: Via | null) =>
  invoke<Applied<number> | null>('add_evidence_file', { signOnIds, via });
/// Keeps a file that was let go over the window as evidence.
export const addEvidenceAt = (signOnIds: number[], path: string) =>
  invoke<Applied<number>>('add_evidence_at', { signOnIds, path });
/// Opens the file of a piece of evidence in the system's own program, from a private copy.
export const openEvidence = (id: number) => invoke<null>('open_evidence', { id });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveEvidence = (id: number) => invoke<string | null>('save_evidence', { id });
export const removeEvidence = (signOnId: number, evidenceId: number) =>
  invoke<Applied<null>>('remove_evidence', { signOnId, evidenceId });
export const verifyAuthority = (signOnId: number, who: string, how: string) =>
  invoke<Applied<null>>('verify_authority', { signOnId, who, how });
/// Gives back the numbers of the editions that keep their names.
export const setSignOnUnnamed = (ids: number[], unnamed: boolean) =>
  invoke<Applied<number[]>>('set_sign_on_unnamed', { ids, unnamed });
export const listFurtherSigners = (signOnId: number) =>
  invoke<FurtherSigner[]>('list_further_signers', { signOnId });
/// With null the signer is taken off.
export const setFurtherSignerShown = (signOnId: number, signerId: number, shown: boolean | null) =>
  invoke<Applied<null>>('set_further_signer_shown', { signOnId, signerId, shown });

export const listOutreach = (signOnId: number) => invoke<OutreachItem[]>('list_outreach', { signOnId });
/// Notes that somebody was asked, reminded or called. One step to undo, however many sign-ons.
export const logOutreach = (signOnIds: number[], fields: OutreachFields) =>
  invoke<Applied<number>>('log_outreach', { signOnIds, ...fields });
/// Leaves somebody alone until a day, `2020-12-15`; null as usual.
export const setChaseAfter = (signOnIds: number[], date: string | null) =>
  invoke<Applied<null>>('set_chase_after', { signOnIds, date });
/// Whom to chase, the most urgent first; of one letter, or of all.
export const listFollowups = (letterId: number | null) => invoke<Followup[]>('list_followups', { letterId });

export const listVersions = (letterId: number) => invoke<Version[]>('list_versions', { letterId });
export const addVersion = (letterId: number, fields: VersionFields) =>
  invoke<Applied<number>>('add_version', { letterId, fields });
/// What changed between two texts, word by word, by their numbers.
export const compareVersions = (letterId: number, earlier: number, later: number) =>
  invoke<VersionDiff>('compare_versions', { letterId, earlier, later });
/// How many stand under the newest text, by the text that they signed.
export const listStanding = (letterId: number) => invoke<VersionStanding[]>('list_standing', { letterId });

/// Moves a deadline, or with null lifts it, and keeps why.
export const moveDeadline = (
  letterId: number,
  which: DeadlineKind,
  local: string | null,
  zone: string,
  note: string,
) => invoke<Applied<null>>('move_deadline', { letterId, which, local, zone, note });
export const listDeadlineMoves = (letterId: number) =>
  invoke<DeadlineMove[]>('list_deadline_moves', { letterId });

export const getTimeline = (letterId: number) => invoke<Timeline>('get_timeline', { letterId });
export const getMatrix = (query: MatrixQuery) => invoke<Matrix>('get_matrix', { query });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveMatrix = (query: MatrixQuery) => invoke<string | null>('save_matrix', { query });
export const getStates = (letterId: number) => invoke<States>('get_states', { letterId });
/// Saves a picture as SVG or, where one is given, PNG; the path, or null when the person cancels.
export const savePicture = (name: string, svg: string, png: number[] | null) =>
  invoke<string | null>('save_picture', { name, svg, png });

/// Asks which file with the system's dialog and reads it; null when the person cancels.
export const openImport = () => invoke<ImportSource | null>('open_import');
/// Reads a file that was let go over the window: only such a path is taken.
export const openImportAt = (path: string) => invoke<ImportSource>('open_import_at', { path });
/// Reads what was pasted: its text, and its HTML where the clipboard has that too.
export const openImportText = (text: string, html: string | null) =>
  invoke<ImportSource>('open_import_text', { text, html });
/// Reads what was pasted as a list of names, whatever else it may be.
export const openImportList = (text: string) => invoke<ImportSource>('open_import_list', { text });
/// Reads the open table in another way.
export const setImportSource = (id: number, change: SourceChange) =>
  invoke<TableSource>('set_import_source', { id, change });
/// Says what each column of the open table is, from the left.
export const setImportColumns = (id: number, fields: (ImportField | null)[]) =>
  invoke<TableSource>('set_import_columns', { id, fields });
/// Works out what becomes of every row, and tells how far it is. `cancelWork` stops it.
export const planImport = (
  id: number,
  target: ImportTarget,
  likely: Likely,
  onprogress: (progress: Progress) => void,
) => invoke<ImportPlan>('plan_import', { id, target, likely, progress: new Channel<Progress>(onprogress) });
/// Decides on rows by their keys.
export const decideRows = (id: number, decisions: [number, Decision][]) =>
  invoke<ImportPlan>('decide_rows', { id, decisions });
/// Splits, joins or renames rows of the open list.
export const editList = (id: number, edit: ListEdit) => invoke<ImportPlan>('edit_list', { id, edit });
/// Takes the last decision or edit back.
export const takeBack = (id: number) => invoke<ImportPlan>('take_back', { id });
/// Where the rows of the open list stand in its text.
export const listSpans = (id: number) => invoke<TextSpan[]>('list_spans', { id });
/// Rows of the plan, of one outcome or (with null) of all.
export const listPlanRows = (id: number, outcome: Outcome | null, offset: number, limit: number) =>
  invoke<PlanRows>('list_plan_rows', { id, outcome, offset, limit });
/// The message that a planned row of mail is.
export const getImportMessage = (id: number, key: number) =>
  invoke<MessageView>('get_import_message', { id, key });
/// Does what the plan says, as one action. `cancelWork` stops it, and nothing is then written.
export const importSource = (id: number, target: ImportTarget, onprogress: (progress: Progress) => void) =>
  invoke<Applied<ImportPlan>>('import_source', { id, target, progress: new Channel<Progress>(onprogress) });
/// Saves the rows that are not taken, each with its reason; the path, or null when the person cancels.
export const saveRejects = (id: number) => invoke<string | null>('save_rejects', { id });
/// Lets go of an open source.
export const closeImport = (id: number) => invoke<null>('close_import', { id });
/// Every import of the past, the newest first.
export const listImports = () => invoke<ImportSummary[]>('list_imports');
export const listImportRows = (importId: number, outcome: Outcome | null, offset: number, limit: number) =>
  invoke<ImportRows>('list_import_rows', { importId, outcome, offset, limit });
/// Saves the file of an import as it was; the path, or null when the person cancels.
export const saveImportSource = (importId: number) =>
  invoke<string | null>('save_import_source', { importId });
export const saveImportRejects = (importId: number) =>
  invoke<string | null>('save_import_rejects', { importId });

/// The texts to write with, as a letter has them, or with null every letter.
export const listTemplates = (letterId: number | null) => invoke<Template[]>('list_templates', { letterId });
/// The fields that a text to write with can name.
export const listTemplateFields = () => invoke<string[]>('list_template_fields');
export const setTemplate = (
  letterId: number | null,
  kind: TemplateKind,
  language: Language,
  subject: string,
  text: string,
) => invoke<Applied<null>>('set_template', { letterId, kind, language, subject, text });
export const resetTemplate = (letterId: number | null, kind: TemplateKind, language: Language) =>
  invoke<Applied<null>>('reset_template', { letterId, kind, language });
export const listDesk = () => invoke<DeskItem[]>('list_desk');
/// Puts sign-ons on the desk in place of who was there; `kind` null for what is due of each. How many.
export const startDesk = (signOnIds: number[], kind: TemplateKind | null) =>
  invoke<Applied<number>>('start_desk', { signOnIds, kind });
/// The sign-ons of a letter that a message is due for.
export const listDue = (letterId: number, kind: TemplateKind) =>
  invoke<number[]>('list_due', { letterId, kind });
/// The message of somebody on the desk as it will go.
export const getDraft = (id: number) => invoke<Prepared>('get_draft', { id });
/// Opens the draft of somebody on the desk in the mail program, or copies it; what was opened before counts as sent.
export const openDraft = (id: number) => invoke<Applied<null>>('open_draft', { id });
export const finishDesk = () => invoke<Applied<null>>('finish_desk');
export const takeBackDraft = (id: number) => invoke<Applied<null>>('take_back_draft', { id });
export const leaveOutDraft = (id: number, left: boolean) =>
  invoke<Applied<null>>('leave_out_draft', { id, left });
export const setDeskItem = (id: number, personId: number | null, personal: string) =>
  invoke<Applied<null>>('set_desk_item', { id, personId, personal });
export const clearDesk = () => invoke<Applied<null>>('clear_desk');
/// Opens a draft to oneself, to see whether it could be sent from there.
export const testDraft = (carrier: Carrier) => invoke<null>('test_draft', { carrier });
/// Copies the addresses of those to write to; how many.
export const copyAddresses = (signOnIds: number[]) => invoke<number>('copy_addresses', { signOnIds });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveCalendar = (letterId: number) => invoke<string | null>('save_calendar', { letterId });
/// How a letter gets on towards its goal, in a sentence; null without a goal.
export const getPace = (letterId: number) => invoke<string | null>('get_pace', { letterId });
/// Takes in a text that was pasted; all answers that wait.
export const addAnswerText = (text: string) => invoke<Answer[]>('add_answer_text', { text });
/// Takes in a file that was let go over the window; all answers that wait.
export const addAnswersAt = (path: string) => invoke<Answer[]>('add_answers_at', { path });
/// Asks for a file with the system's dialog; null when the person cancels.
export const addAnswers = () => invoke<Answer[] | null>('add_answers');
export const listAnswers = () => invoke<Answer[]>('list_answers');
/// Accepts an answer that waits; the status that was set, if one was.
export const acceptAnswer = (number: number, acceptance: Acceptance) =>
  invoke<Applied<Status | null>>('accept_answer', { number, acceptance });
/// Learns from a copy of one's own message that it was sent.
export const learnAnswer = (number: number, signOnId: number) =>
  invoke<Applied<null>>('learn_answer', { number, signOnId });
export const dropAnswer = (number: number) => invoke<null>('drop_answer', { number });

export const getBlock = (letterId: number) => invoke<BlockView>('get_block', { letterId });
export const getBlockOptions = (letterId: number) => invoke<BlockOptions>('get_block_options', { letterId });
export const changeBlockOptions = (letterId: number, change: Partial<BlockOptions>) =>
  invoke<Applied<null>>('change_block_options', { letterId, change });
/// The block as a text format writes it, to the letter.
export const getBlockText = (letterId: number, format: Format) =>
  invoke<string>('get_block_text', { letterId, format });
/// Puts the block on the clipboard: as text and HTML at once, or as the text of a source format alone; how many names.
export const copyBlock = (letterId: number, format: Format) =>
  invoke<number>('copy_block', { letterId, format });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveBlock = (letterId: number, format: Format) =>
  invoke<Saved | null>('save_block', { letterId, format });
/// Asks for a document of the person's own and where the filled copy goes; null when the person cancels.
export const fillDocument = (letterId: number) => invoke<Filled | null>('fill_document', { letterId });
/// Asks where with the system's dialog, and saves the letter's text with its block; null when the person cancels.
export const saveLetter = (letterId: number, format: Format) =>
  invoke<Saved | null>('save_letter', { letterId, format });
/// Asks for a document with the system's dialog; what it says, or null when the person cancels.
export const chooseText = () => invoke<string | null>('choose_text');
/// The system's print dialog for the page.
export const printWindow = () => invoke<null>('print_window');
/// The newest text of a letter, or nothing.
export const getLetterText = (letterId: number) => invoke<string>('get_letter_text', { letterId });
/// Puts plain text on the clipboard.
export const copyText = (text: string) => invoke<null>('copy_text', { text });

export const listStyles = (language: string) => invoke<Styles>('list_styles', { language });
/// Keeps choices under a name; a style of that name takes them over.
export const saveStyle = (name: string, options: BlockOptions) =>
  invoke<Applied<number>>('save_style', { name, options });
export const removeStyle = (id: number) => invoke<Applied<null>>('remove_style', { id });
/// Puts sign-ons under a heading of one's own; an empty one takes them out of theirs.
export const setSignOnHeading = (ids: number[], heading: string) =>
  invoke<Applied<null>>('set_sign_on_heading', { ids, heading });
/// Renames a heading of one's own with all that stand under it; an empty name removes it.
export const renameHeading = (letterId: number, from: string, to: string) =>
  invoke<Applied<null>>('rename_heading', { letterId, from, to });
/// Pins a sign-on to a place in its group: 1 is the first, -1 the last; null lets it go.
export const setSignOnPin = (id: number, pin: number | null) =>
  invoke<Applied<null>>('set_sign_on_pin', { id, pin });

/// What stands in the way of sending the letter, then what is worth a look.
export const checkLetter = (letterId: number) => invoke<CheckItem[]>('check_letter', { letterId });
export const settleFindings = (letterId: number, ids: string[], by: string, word: string) =>
  invoke<Applied<null>>('settle_findings', { letterId, ids, by, word });
/// Freezes the block as it stands; the id of the edition.
export const freezeEdition = (letterId: number, label: string) =>
  invoke<Applied<number>>('freeze_edition', { letterId, label });
export const listEditions = (letterId: number) => invoke<Edition[]>('list_editions', { letterId });
/// What differs between two editions, by their numbers.
export const listAccepted = (editionId: number) => invoke<AcceptedItem[]>('list_accepted', { editionId });

export const diffEditions = (letterId: number, earlier: number, later: number) =>
  invoke<EditionDiff>('diff_editions', { letterId, earlier, later });
/// What differs between two editions as sentences for an email, in the letter's language.
export const getEditionUpdate = (letterId: number, earlier: number, later: number) =>
  invoke<string>('get_edition_update', { letterId, earlier, later });
/// An edition as plain text, as it was sent.
export const getEditionText = (editionId: number) => invoke<string>('get_edition_text', { editionId });
/// Puts an edition on the clipboard as text and HTML; how many names.
export const copyEdition = (editionId: number) => invoke<number>('copy_edition', { editionId });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveEdition = (editionId: number, format: Format) =>
  invoke<string | null>('save_edition', { editionId, format });

export const listOrganizations = (
  filter: OrganizationFilter,
  sort: OrganizationSort,
  offset: number,
  limit: number,
) => invoke<OrganizationPage>('list_organizations', { filter, sort, offset, limit });
/// The ids of all organizations that a filter finds, in order.
export const listOrganizationIds = (filter: OrganizationFilter, sort: OrganizationSort) =>
  invoke<number[]>('list_organization_ids', { filter, sort });
export const listOrganizationRows = (ids: number[]) =>
  invoke<OrganizationRow[]>('list_organization_rows', { ids });
/// The first organizations that a text finds, by name.
export const findOrganizations = (text: string, limit: number) =>
  listOrganizations({ ...anyOrganization, text }, { column: 'name', reversed: false }, 0, limit);
export const getOrganization = (id: number) => invoke<OrganizationDetail>('get_organization', { id });
export const addOrganization = (fields: OrganizationFields) =>
  invoke<Applied<number>>('add_organization', { fields });
export const setOrganization = (id: number, fields: OrganizationFields) =>
  invoke<Applied<null>>('set_organization', { id, fields });
/// Who permitted that a logo is printed, and on which day; an empty one is today.
export interface LogoPermission {
  permittedBy: string;
  permittedOn: string;
}
/// Asks for a picture with the system's dialog; null when the person cancels.
export const chooseLogo = (organizationId: number, fields: LogoPermission) =>
  invoke<Applied<null> | null>('choose_logo', { organizationId, ...fields });
/// Takes a picture that was let go over the window as a logo.
export const setLogoAt = (organizationId: number, path: string, fields: LogoPermission) =>
  invoke<Applied<null>>('set_logo_at', { organizationId, path, ...fields });
export const setLogoPermission = (organizationId: number, fields: LogoPermission) =>
  invoke<Applied<null>>('set_logo_permission', { organizationId, ...fields });
export const removeLogo = (organizationId: number) =>
  invoke<Applied<null>>('remove_logo', { organizationId });
/// The picture of a logo as an address that holds it; null where no logo has it.
export const getLogoPicture = (picture: string) => invoke<string | null>('get_logo_picture', { picture });
export const removeOrganization = (id: number) => invoke<Applied<null>>('remove_organization', { id });
/// Organizations that a name may already be.
export const recognize = (name: string) => invoke<Recognized>('recognize', { name });
export const search = (query: string, limit: number) => invoke<Hit[]>('search', { query, limit });
/// Sets one field of organizations to what was typed; an empty value empties it. One step to undo, however many.
export const setOrganizationField = (
  ids: number[],
  field: OrganizationField,
  value: string,
  onprogress: (progress: Progress) => void = () => {},
) =>
  invoke<Applied<number>>('set_organization_field', {
    ids,
    field,
    value,
    progress: new Channel<Progress>(onprogress),
  });
/// Puts organizations under others: pairs of the parent and the one below it.
export const setParents = (pairs: [number, number][]) => invoke<Applied<number>>('set_parents', { pairs });

export const listPeople = (filter: PersonFilter, sort: PersonSort, offset: number, limit: number) =>
  invoke<PersonPage>('list_people', { filter, sort, offset, limit });
/// The ids of all people that a filter finds, in order.
export const listPersonIds = (filter: PersonFilter, sort: PersonSort) =>
  invoke<number[]>('list_person_ids', { filter, sort });
export const listPersonRows = (ids: number[]) => invoke<PersonRow[]>('list_person_rows', { ids });
export const getPerson = (id: number) => invoke<PersonDetail>('get_person', { id });
/// People who may be the one that is being typed.
export const findPersonTwins = (name: string, emails: string[], except: number | null) =>
  invoke<PersonTwin[]>('find_person_twins', { name, emails, except });
export const addPerson = (fields: PersonFields) => invoke<Applied<number>>('add_person', { fields });
export const setPerson = (id: number, fields: PersonFields) =>
  invoke<Applied<null>>('set_person', { id, fields });
/// Sets one field of people to what was typed. One step to undo, however many.
export const setPersonField = (
  ids: number[],
  field: PersonField,
  value: string,
  onprogress: (progress: Progress) => void = () => {},
) =>
  invoke<Applied<number>>('set_person_field', {
    ids,
    field,
    value,
    progress: new Channel<Progress>(onprogress),
  });
export const removePerson = (id: number) => invoke<Applied<null>>('remove_person', { id });

/// A filter that leaves everybody in.
export const anyPerson: PersonFilter = {
  text: '',
  organizationId: null,
  states: [],
  languages: [],
  tags: [],
  maySign: null,
  primary: null,
  current: null,
  doNotContact: null,
  hasEmail: null,
  hasPhone: null,
};

/// Searches for organizations that are likely the same, and tells how far it is. `cancelWork` stops it.
export const findDuplicates = (onprogress: (progress: Progress) => void) =>
  invoke<DuplicatesView>('find_duplicates', { progress: new Channel<Progress>(onprogress) });
export const cancelWork = () => invoke<null>('cancel_work');
/// Remembers that two organizations are not the same.
export const keepApart = (one: number, other: number) => invoke<Applied<null>>('keep_apart', { one, other });
/// What a merge would do, with what was chosen so far.
export const planMerge = (keep: number, drop: number, choices: MergeChoices) =>
  invoke<MergePlan>('plan_merge', { keep, drop, choices });
/// Merges `drop` into `keep`; the id of the one that stays.
export const mergeOrganizations = (keep: number, drop: number, choices: MergeChoices) =>
  invoke<Applied<number>>('merge_organizations', { keep, drop, choices });

/// The filter that finds every organization.
export const anyOrganization: OrganizationFilter = {
  text: '',
  scopes: [],
  kinds: [],
  memberships: [],
  states: [],
  countries: [],
  tags: [],
  parentId: null,
  standing: null,
  hasPerson: null,
  hasSigner: null,
  askFirst: null,
  leadDaysMost: null,
  signedLeast: null,
  quietSince: null,
  letter: null,
  containing: [],
  texts: [],
};
/// What filters offer to choose from.
export const listFilterChoices = () => invoke<FilterChoices>('list_filter_choices');
export const listFilters = () => invoke<SavedFilter[]>('list_filters');
/// Keeps a filter under a name; one of that name is replaced.
export const saveFilter = (name: string, filter: Filter) =>
  invoke<Applied<number>>('save_filter', { name, filter });
export const removeFilter = (id: number) => invoke<Applied<null>>('remove_filter', { id });

/// Puts rows on the clipboard as a table for Sheets or Excel; how many rows.
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveTable = (name: string, headings: string[], rows: string[][]) =>
  invoke<string | null>('save_table', { name, headings, rows });
export const copyTable = (headings: string[], rows: string[][]) =>
  invoke<number>('copy_table', { headings, rows });
/// How the person arranged a list last time; null when they never did.
export const getView = (name: string) => invoke<unknown>('get_view', { name });
export const setView = (name: string, view: unknown) => invoke<null>('set_view', { name, view });

/// Called when another file was opened from outside, for example by a second start of the app.
export const onCoalitionChanged = (then: (state: AppState) => void) =>
  listen<AppState>('coalition-changed', (event) => then(event.payload));

/// A file over the window: hovering, gone again, or let go. Where it is counts in CSS pixels from the window's corner.
export type Drop =
  | { kind: 'over'; x: number; y: number; paths: string[] | null }
  | { kind: 'leave' }
  | { kind: 'drop'; x: number; y: number; paths: string[] };

export const onFileDrop = (then: (drop: Drop) => void) =>
  getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'leave') {
      then({ kind: 'leave' });
      return;
    }
    // The host counts in the pixels of the screen.
    const at = {
      x: payload.position.x / window.devicePixelRatio,
      y: payload.position.y / window.devicePixelRatio,
    };
    if (payload.type === 'drop') then({ kind: 'drop', paths: payload.paths, ...at });
    // Which files they are is said once, when they come over the window.
    else then({ kind: 'over', paths: payload.type === 'enter' ? payload.paths : null, ...at });
  });
