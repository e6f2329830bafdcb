/// What the window asks of the core about imports.
import type { Applied, Progress } from '$bindings/app';
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
import type { ImportField } from '$bindings/reading';

import { invoke, progress } from '../host';

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
) => invoke<ImportPlan>('plan_import', { id, target, likely, progress: progress(onprogress) });
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
  invoke<Applied<ImportPlan>>('import_source', { id, target, progress: progress(onprogress) });
/// Saves the rows that are not taken, each with its reason; the path, or null when the person cancels.
export const saveRejects = (id: number) => invoke<string | null>('save_rejects', { id });
/// Lets go of an open source.
export const closeImport = (id: number) => invoke<null>('close_import', { id });
/// Every import of the past, the newest first.
export const listImports = () => invoke<ImportSummary[]>('list_imports');
export const listImportRows = (importId: number, outcome: Outcome | null, offset: number, limit: number) =>
  invoke<ImportRows>('list_import_rows', { importId, outcome, offset, limit });
/// Takes one import of the past back, whatever was done since elsewhere.
export const undoImport = (importId: number) => invoke<Applied<null>>('undo_import', { importId });
/// Saves the file of an import as it was; the path, or null when the person cancels.
export const saveImportSource = (importId: number) =>
  invoke<string | null>('save_import_source', { importId });
export const saveImportRejects = (importId: number) =>
  invoke<string | null>('save_import_rejects', { importId });
