// A small file system of its own, for a disk that can be filled without anybody else noticing.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../tools/browser.mjs';

const SIZE_MB = 120;
const BLOCK = new Uint8Array(1024 * 1024);

/** Null where this user or this system has none to give: it takes Linux and root. */
export function mountSmall() {
  const folder = mkdtempSync(join(tmpdir(), 'policy-clip-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  const room = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    profile: join(folder, 'profile'),
    /** Takes all room but so many bytes. */
    fill(left) {
      const file = openSync(ballast, 'a');
      try {
        for (let more = room() - left; more > 0; more = room() - left)
          writeSync(file, BLOCK, 0, Math.min(BLOCK.length, more));
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { force: true }),
    clear() {
      rmSync(ballast, { force: true });
      rmSync(join(folder, 'profile'), { recursive: true, force: true, maxRetries: 5 });
    },
    async end() {
      // The last process of the browser may hold it for a moment.
      const unmount = () => {
        try {
          execFileSync('umount', [folder], { stdio: 'ignore' });
          return true;
        } catch {
          return false;
        }
      };
      await until(unmount, { what: 'the small file system to be let go' }).catch(() =>
        execFileSync('umount', ['--lazy', folder]),
      );
      rmSync(folder, { recursive: true });
    },
  };
}
