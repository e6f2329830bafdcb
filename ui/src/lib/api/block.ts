/// What the window asks of the core about blocks, the check and editions.
import type { Applied } from '$bindings/app';
import type { BlockOptions, BlockView, Filled, Saved, SignatoryBlock, Styles } from '$bindings/block';
import type { AcceptedItem, CheckItem } from '$bindings/check';
import type { Edition, EditionDiff } from '$bindings/editions';
import type { Format } from '$bindings/words';

import { invoke } from '../host';

export const getBlock = (letterId: number) => invoke<BlockView>('get_block', { letterId });
export const getBlockOptions = (letterId: number) => invoke<BlockOptions>('get_block_options', { letterId });
export const changeBlockOptions = (letterId: number, change: Partial<BlockOptions>) =>
  invoke<Applied<null>>('change_block_options', { letterId, change });
/// The block as a text format writes it, to the letter.
export const getBlockText = (letterId: number, format: Format) =>
  invoke<string>('get_block_text', { letterId, format });
/// How many entries begin on each page of the block as a PDF; none where they are no lines of their own.
export const getBlockPages = (letterId: number) => invoke<number[][]>('get_block_pages', { letterId });
/// Puts the block on the clipboard: as text and HTML at once, or as the text of a source format alone; how many names.
export const copyBlock = (letterId: number, format: Format) =>
  invoke<number>('copy_block', { letterId, format });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveBlock = (letterId: number, format: Format) =>
  invoke<Saved | null>('save_block', { letterId, format });
/// Asks where with the system's dialog, and saves the letter's text with its block; null when the person cancels.
export const saveLetter = (letterId: number, format: Format) =>
  invoke<Saved | null>('save_letter', { letterId, format });
/// Asks for a document with the system's dialog; what it says, or null when the person cancels.
export const chooseText = () => invoke<string | null>('choose_text');
/// Asks for a document of the person's own and where the filled copy goes; null when the person cancels.
export const fillDocument = (letterId: number) => invoke<Filled | null>('fill_document', { letterId });
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
/// The block of an edition as it was frozen, to be shown.
export const getEditionBlock = (editionId: number) =>
  invoke<SignatoryBlock>('get_edition_block', { editionId });
/// Puts an edition on the clipboard as text and HTML; how many names.
export const copyEdition = (editionId: number) => invoke<number>('copy_edition', { editionId });
/// Asks where with the system's dialog; the path, or null when the person cancels.
export const saveEdition = (editionId: number, format: Format) =>
  invoke<string | null>('save_edition', { editionId, format });
