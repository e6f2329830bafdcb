/// How each status looks and is called, the key that sets it, and which may follow which.
import Check from '@lucide/svelte/icons/check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import Clock from '@lucide/svelte/icons/clock';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import Send from '@lucide/svelte/icons/send';
import Undo2 from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import type { Component } from 'svelte';

import type { StatusChange } from '$bindings/ledger';
import type { StatusCounts } from '$bindings/letters';
import type { Stage, Status, Via } from '$bindings/words';
import type { Tone } from '$lib/ui/Pill.svelte';

interface Look {
  /// The word on the pill.
  label: string;
  /// "26 confirmed", beside the bar.
  legend: string;
  key: string;
  tone: Tone;
  icon: Component<{ size?: number | string; strokeWidth?: number | string }>;
  count: keyof StatusCounts;
}

/// Every status, from what is furthest along to what is not: the order of the bar and the menus.
export const statuses: readonly Status[] = [
  'confirmed',
  'said-yes',
  'considering',
  'asked',
  'to-ask',
  'declined',
  'withdrawn',
];

export const looks: Record<Status, Look> = {
  confirmed: {
    label: 'ui-status-confirmed',
    legend: 'ui-legend-confirmed',
    key: 'c',
    tone: 'yes',
    icon: Check,
    count: 'confirmed',
  },
  'said-yes': {
    label: 'ui-status-said-yes',
    legend: 'ui-legend-said-yes',
    key: 'y',
    tone: 'verbal',
    icon: MessageCircle,
    count: 'saidYes',
  },
  considering: {
    label: 'ui-status-considering',
    legend: 'ui-legend-considering',
    key: 'm',
    tone: 'wait',
    icon: Clock,
    count: 'considering',
  },
  asked: {
    label: 'ui-status-asked',
    legend: 'ui-legend-asked',
    key: 'a',
    tone: 'asked',
    icon: Send,
    count: 'asked',
  },
  'to-ask': {
    label: 'ui-status-to-ask',
    legend: 'ui-legend-to-ask',
    key: 't',
    tone: 'todo',
    icon: CircleDashed,
    count: 'toAsk',
  },
  declined: {
    label: 'ui-status-declined',
    legend: 'ui-legend-declined',
    key: 'd',
    tone: 'no',
    icon: X,
    count: 'declined',
  },
  withdrawn: {
    label: 'ui-status-withdrawn',
    legend: 'ui-legend-withdrawn',
    key: 'w',
    tone: 'gone',
    icon: Undo2,
    count: 'withdrawn',
  },
};

/// The status that a key sets.
export function statusOfKey(key: string): Status | undefined {
  return statuses.find((status) => looks[status].key === key);
}

/// Whether a sign-on of one status may take another: only a yes can be withdrawn.
export function mayFollow(from: Status, to: Status): boolean {
  return to !== 'withdrawn' || from === 'confirmed' || from === 'said-yes' || from === 'withdrawn';
}

/// A change to a status with nothing more to say of it.
export function changeTo(status: Status, more: Partial<StatusChange> = {}): StatusChange {
  return {
    status,
    authorizedBy: null,
    via: null,
    evidence: null,
    reason: null,
    at: null,
    expectedBy: null,
    ...more,
  };
}

/// How many sign-ons there are in all.
export function countAll(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + counts[looks[status].count], 0);
}

export const stages: readonly Stage[] = ['draft', 'circulating', 'closed', 'delivered', 'archived'];

export const stageLabels: Record<Stage, string> = {
  draft: 'ui-stage-draft',
  circulating: 'ui-stage-circulating',
  closed: 'ui-stage-closed',
  delivered: 'ui-stage-delivered',
  archived: 'ui-stage-archived',
};

export const viaLabels: Record<Via, string> = {
  email: 'ui-via-email',
  form: 'ui-via-form',
  paper: 'ui-via-paper',
  phone: 'ui-via-phone',
  meeting: 'ui-via-meeting',
  list: 'ui-via-list',
};

/// The ways that leave something in writing.
export function inWriting(via: Via): boolean {
  return via !== 'phone' && via !== 'meeting';
}
