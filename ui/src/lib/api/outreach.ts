/// What the window asks of the core about writing to people, and about what they answer.
import type { Applied, Language } from '$bindings/app';
import type {
  Acceptance,
  Answer,
  Carried,
  Carrier,
  DeskItem,
  Prepared,
  ReceiptsDue,
  Template,
} from '$bindings/outreach';
import type { Status, TemplateAttachment, TemplateKind } from '$bindings/words';

import { invoke } from '../host';

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
  attach: TemplateAttachment,
) => invoke<Applied<null>>('set_template', { letterId, kind, language, subject, text, attach });
export const resetTemplate = (letterId: number | null, kind: TemplateKind, language: Language) =>
  invoke<Applied<null>>('reset_template', { letterId, kind, language });
export const listDesk = () => invoke<DeskItem[]>('list_desk');
/// Puts sign-ons on the desk in place of who was there; `kind` null for what is due of each. How many.
export const startDesk = (signOnIds: number[], kind: TemplateKind | null) =>
  invoke<Applied<number>>('start_desk', { signOnIds, kind });
/// The sign-ons of a letter that a message is due for.
export const listDue = (letterId: number, kind: TemplateKind) =>
  invoke<number[]>('list_due', { letterId, kind });
/// Who signed and was not told yet, letter by letter.
export const listReceiptsDue = () => invoke<ReceiptsDue[]>('list_receipts_due');
/// The message of somebody on the desk as it will go.
export const getDraft = (id: number) => invoke<Prepared>('get_draft', { id });
/// Asks where with the system's dialog, and saves what a message is to carry; the path, or null when the person cancels.
export const saveAttachment = (id: number) => invoke<string | null>('save_attachment', { id });
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
/// Asks where, and saves the messages that wait as rows for a program that merges; null when the person cancels.
export const saveDeskRows = () => invoke<Carried | null>('save_desk_rows');
/// Asks for a folder, and writes the drafts that wait into it; null when the person cancels.
export const saveDeskDrafts = () => invoke<Carried | null>('save_desk_drafts');
/// Opens one message to all who wait, out of sight of each other.
export const openGroupDraft = () => invoke<Carried>('open_group_draft');
/// The folder that is looked into for answers; null when there is none.
export const getAnswersFolder = () => invoke<string | null>('get_answers_folder');
/// Asks for the folder with the system's dialog; the one that it is now.
export const chooseAnswersFolder = () => invoke<string | null>('choose_answers_folder');
export const leaveAnswersFolder = () => invoke<null>('leave_answers_folder');
/// Takes in what is new in the folder; how many answers came.
export const lookForAnswers = () => invoke<number>('look_for_answers');
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
