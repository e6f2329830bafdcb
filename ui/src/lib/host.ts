/// The way to the program around the page: its commands, and the few events that come from outside.
/// The only file that imports @tauri-apps.
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';

import type { AppState, Progress, Start } from '$bindings/app';

export { invoke };

declare global {
  interface Window {
    /// What the program asked on behalf of the page before anything of it was read.
    undersignedStart?: Promise<Start> | undefined;
  }
}

/// What the window begins with. It is asked once; whoever asks again asks anew.
export function getStart(): Promise<Start> {
  const start = window.undersignedStart ?? invoke<Start>('get_start');
  window.undersignedStart = undefined;
  return start;
}

/// Hears how far a long command is.
export const progress = (onprogress: (progress: Progress) => void) => new Channel<Progress>(onprogress);

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
