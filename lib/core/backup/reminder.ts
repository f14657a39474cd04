/**
 * When to remind of a backup: thirty clips that are in none, or fourteen days with at least one, or with a named
 * comparison. When to make one by itself: once a day, if anything has changed.
 */
const CLIPS = 30;
const DAYS = 14;
const DAY_MS = 86_400_000;

/** What a backup holds: all changes up to this one of this database. */
export interface BackupMark {
  epoch: string;
  seq: number;
}

export interface BackupState {
  /** Last backup, ISO date and time; null: never. */
  lastAt: string | null;
  /** Clips made or changed that are in no backup. */
  clipsSince: number;
  /** Named comparisons, the same. */
  comparisonsSince: number;
  /** When the first of them was made or changed. */
  firstSince: string | null;
  /** A backup of now would be another one than the last: deletions count too. */
  changed: boolean;
  /** Clips are still coming back from the second place: a backup would not be whole. */
  rebuilding: boolean;
}

export interface Reminder {
  clips: number;
  comparisons: number;
  days: number;
}

/** What to say, or null. `days` since the last backup, or since the first change that is in none. */
export function backupReminder(state: BackupState, now: string): Reminder | null {
  const { lastAt, clipsSince: clips, comparisonsSince: comparisons, firstSince } = state;
  const from = lastAt ?? firstSince;
  if (clips + comparisons === 0 || from === null) return null;
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(from)) / DAY_MS));
  return clips >= CLIPS || days >= DAYS ? { clips, comparisons, days } : null;
}

/** Is it time for a backup by itself? A clock that was set back does not keep it from happening. */
export const automaticBackupDue = ({ lastAt, changed, rebuilding }: BackupState, now: string): boolean =>
  changed && !rebuilding && (lastAt === null || Math.abs(Date.parse(now) - Date.parse(lastAt)) >= DAY_MS);
