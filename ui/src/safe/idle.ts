/// When a locked file locks itself: after minutes without a key or a movement, and after the computer slept.

/// How often it is looked at, in milliseconds.
const every = 10_000;

/// A clock that stood still longer than this between two looks was asleep, in milliseconds.
const asleep = 120_000;

export interface Idle {
  /// After how many minutes; 0 for never.
  minutes: () => number;
  /// Whether there is anything to lock.
  locked: () => boolean;
  lock: () => void;
}

/// Watches until what it gives back is called.
export function watchIdle({ minutes, locked, lock }: Idle): () => void {
  let touched = Date.now();
  let looked = Date.now();
  const touch = (): void => {
    // The first thing after sleep must not hide that there was one.
    look();
    touched = Date.now();
  };
  const look = (): void => {
    const now = Date.now();
    const slept = now - looked > asleep;
    looked = now;
    const idle = minutes() > 0 && now - touched >= minutes() * 60_000;
    if (!locked() || !(slept || idle)) return;
    touched = now;
    lock();
  };
  const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
  for (const event of events) window.addEventListener(event, touch, { capture: true, passive: true });
  const timer = setInterval(look, every);
  return () => {
    clearInterval(timer);
    for (const event of events) window.removeEventListener(event, touch, { capture: true });
  };
}
