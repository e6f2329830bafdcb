/// Everything the window asks of the core: one function a command. What is about one room stands in `api/`.
import type { About, AppState, Applied, Exported, Language, RecentFile, WireError } from '$bindings/app';
import type { Backups, Contents, CopyDue } from '$bindings/backups';
import type { Taken, Whom } from '$bindings/forgetting';
import type { HistoryPage, HistoryQuery } from '$bindings/history';
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
import type { PassphraseSet, Strength, WaitingFile } from '$bindings/locking';
import type { Matrix, MatrixQuery } from '$bindings/matrix';
import type { States, Timeline } from '$bindings/pictures';
import type { Settings } from '$bindings/settings';
import type { Version, VersionDiff, VersionFields } from '$bindings/versions';
import type { DeadlineKind, ExportFormat, OutreachKind, Toward, Via } from '$bindings/words';

import { invoke } from './host';

export * from './api/block';
export * from './api/contacts';
export * from './api/imports';
export * from './api/outreach';
export { getStart, onCoalitionChanged, onFileDrop, type Drop } from './host';

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
/// Opens the file that waits with the passphrase that the system's keychain keeps.
export const unlockKept = () => invoke<AppState>('unlock_kept');
export const isPassphraseKept = () => invoke<boolean>('is_passphrase_kept');
/// Lets the system's keychain keep the passphrase of the open file, or takes it out.
export const keepPassphrase = (keep: boolean) => invoke<boolean>('keep_passphrase', { keep });
export const lock = () => invoke<null>('lock');
/// Checks the whole open file; a line for each fault.
export const verifyFile = () => invoke<string[]>('verify_file');
/// Asks where with the system's dialog, and writes there what can be read of the open file; says what, or null when the person cancels.
export const salvageFile = () => invoke<string | null>('salvage_file');
/// The same of the damaged file that waits; what was read is open then.
export const salvageWaiting = (passphrase: string) =>
  invoke<AppState | null>('salvage_waiting', { passphrase });
/// Brings the latest backup back in place of the damaged file that waits.
export const restoreWaiting = (passphrase: string) => invoke<AppState>('restore_waiting', { passphrase });
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

/// Puts rows on the clipboard as a table for Sheets or Excel; how many rows.
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveTable = (name: string, headings: string[], rows: string[][]) =>
  invoke<string | null>('save_table', { name, headings, rows });
export const copyTable = (headings: string[], rows: string[][]) =>
  invoke<number>('copy_table', { headings, rows });
/// How the person arranged a list last time; null when they never did.
export const getView = (name: string) => invoke<unknown>('get_view', { name });
export const setView = (name: string, view: unknown) => invoke<null>('set_view', { name, view });
