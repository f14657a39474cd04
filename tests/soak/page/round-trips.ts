/** Random libraries with texts that are hard on files, backed up, wiped and restored. */
import { type OpenClipStore, openClipStore } from '@/lib/store/open-clip-store';
import { newClip, stamp } from './clips';

const random = (n: number) => Math.floor(Math.random() * n);
/** Texts that are hard on files: quotes, line ends, other planes, half pairs, markup, control characters. */
const HARD = [
  '"',
  '\\',
  '\n',
  '\r\n',
  '\u2028',
  '\u0000',
  '😀',
  '\uD800',
  '<script>',
  '{{x}}',
  '，',
  'ａ',
  '\u202E',
  ' ',
  '---',
  '__proto__',
];
const hardText = (length: number) => Array.from({ length: random(length) }, () => HARD[random(HARD.length)]).join('');

async function digest(library: OpenClipStore): Promise<string> {
  const ids = [];
  for (const trashed of [false, true]) {
    const found = await library.findIds({ trashed });
    if (!found.ok) throw new Error(found.error);
    ids.push(...found.value);
  }
  const clips = await library.get(ids);
  const histories = await Promise.all(ids.map((id) => library.history(id)));
  const text = JSON.stringify([clips, histories]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `${ids.length}:${[...hash].join(',')}`;
}

/** Random libraries: backed up, wiped, restored; answers how many came back different. */
export async function roundTrips(rounds: number): Promise<{ different: number; clips: number }> {
  const none = { signal: new AbortController().signal, onProgress: () => undefined };
  let [different, clips] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const names = [crypto.randomUUID(), crypto.randomUUID()];
    const [from, to] = names.map((name) => openClipStore({ name })) as [OpenClipStore, OpenClipStore];
    const made = Array.from({ length: random(12) }, () => ({ ...newClip(), note: hardText(40) }));
    clips += made.length;
    await from.save(made);
    for (const { id } of made) {
      if (random(2)) await from.update(id, { note: hardText(20), corrections: { title: `题${hardText(5)}` } }, stamp());
      if (random(3) === 0) await from.remove([id], stamp());
    }
    const backup = await from.backup({ author: null, at: stamp() }, none);
    if (!backup.ok) throw new Error(backup.error);
    const before = await digest(from);
    const restored = await to.restoreBackup(backup.value.file, { author: null, at: stamp() }, none);
    if (!restored.ok || (await digest(to)) !== before) different += 1;
    await Promise.all([from.close(), to.close()]);
    for (const name of names) indexedDB.deleteDatabase(name);
  }
  return { different, clips };
}
