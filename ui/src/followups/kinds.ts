/// How each kind of follow-up looks and is called.
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import FileClock from '@lucide/svelte/icons/file-clock';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';

import type { FollowupKind } from '$bindings/words';

export const kinds: Record<FollowupKind, { icon: typeof Hourglass; label: string; tone: string }> = {
  deadline: { icon: Hourglass, label: 'ui-followup-deadline', tone: 'no' },
  reconfirm: { icon: RefreshCw, label: 'ui-followup-reconfirm', tone: 'wait' },
  'board-date': { icon: CalendarClock, label: 'ui-followup-board-date', tone: 'wait' },
  unwritten: { icon: MessageCircle, label: 'ui-followup-unwritten', tone: 'verbal' },
  'no-answer': { icon: FileClock, label: 'ui-followup-no-answer', tone: 'asked' },
  'to-ask': { icon: CircleDashed, label: 'ui-followup-to-ask', tone: 'todo' },
};
