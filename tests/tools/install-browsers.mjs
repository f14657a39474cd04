// Gets the browsers that tests and tour need: uses what is there, installs Debian's packages where that is allowed
// (root, or sudo without a password), and otherwise says in one sentence what to install.
import { execFileSync, spawnSync } from 'node:child_process';
import { findChromium, findFirefox, NO_BROWSER } from './browsers.mjs';

const quietly = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Command prefix with which packages can be installed, or null. */
function installer() {
  if (!quietly('apt-get', ['--version'])) return null;
  if (process.getuid?.() === 0) return [];
  return quietly('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

/** @returns {boolean} whether the packages are there now */
function install(packages) {
  const prefix = installer();
  if (!prefix) return false;
  console.error(`Installing ${packages.join(', ')} …`);
  const run = (...args) => {
    const [command = '', ...rest] = [...prefix, 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args];
    execFileSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  try {
    run('update');
    run('install', '-y', '--no-install-recommends', ...packages);
    return true;
  } catch {
    return false;
  }
}

/** Chinese glyphs, without which pictures show boxes. Only Linux lacks them by default. */
const lacksChineseFont = () => {
  if (process.platform !== 'linux') return false;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status !== 0 || stdout.trim() === '';
};

/**
 * @param {{ firefox?: boolean }} [options]
 * @returns {{ chromium: string, firefox: string | undefined }} paths
 */
export function ensureBrowsers({ firefox = false } = {}) {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(lacksChineseFont() ? ['fontconfig', 'fonts-noto-cjk'] : []),
    ...(firefox && !findFirefox() ? ['firefox-esr'] : []),
  ];
  if (missing.length > 0) install(missing);
  const chromium = findChromium();
  if (!chromium) throw new Error(NO_BROWSER);
  return { chromium, firefox: findFirefox() };
}
