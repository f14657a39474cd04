/**
 * When to remind of a backup: thirty clips that are in none, or fourteen days with at least one. When to make one by
 * itself: once a day, if anything has changed.
 */
const CLIPS = 30;
const DAYS = 14;
const DAY_MS = 86_400_000;

export interface BackupState {
  /** Last backup, ISO date and time; null: never. */
  lastAt: string | null;
  /** Clips made or changed since. */
  clipsSince: number;
  /** When the first of them was made or changed. */
  firstSince: string | null;
}

/** What to say, or null. `days` since the last backup, or since the first clip that is in none. */
export function backupReminder(state: BackupState, now: string): { clips: number; days: number } | null {
  const { lastAt, clipsSince, firstSince } = state;
  const from = lastAt ?? firstSince;
  if (clipsSince === 0 || from === null) return null;
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / DAY_MS));
  return clipsSince >= CLIPS || days >= DAYS ? { clips: clipsSince, days } : null;
}

/** Is it time for a backup by itself? A clock that was set back does not keep it from happening. */
export const automaticBackupDue = ({ lastAt, clipsSince }: BackupState, now: string): boolean =>
  clipsSince > 0 && (lastAt === null || Math.abs(Date.parse(now) - Date.parse(lastAt)) >= DAY_MS);
