/**
 * 识别详情 of one tab (`?tab=ID`, else the active one), or of a file that is picked here (`?pick`): reads it, shows what
 * was found and why. Opened from the panel's menu and by `npm run inspect`; both see what the panel sees because the
 * same code reads.
 */
import '@/assets/styles/app.css';
import '@/assets/styles/inspect.css';
import { type ComponentChildren, render } from 'preact';
import { createI18n, I18nProvider } from '@/components/i18n';
import { InspectionFailure, InspectionView } from '@/components/inspect/inspection-view';
import { detectPolicy } from '@/lib/core/detect/detect';
import { toInspection } from '@/lib/core/export/to-inspection';
import { readDocument } from '@/lib/core/parse/read-document';
import { copyText } from '@/lib/platform/clipboard';
import { ownAddress, readEnvironment } from '@/lib/platform/environment';
import { lookUp } from '@/lib/platform/i18n';
import { startWorker } from '@/lib/platform/trusted-worker';
import { errorNext, errorText } from '@/lib/state/error-text';
import { createParseBeside } from '@/lib/state/parse-beside';
import { PickedFile, readFile } from './picked-file';
import { type InspectedDocument, readTabDocument } from './read-tab';

const { language } = readEnvironment();
const i18n = createI18n(lookUp, language);
const copy = async (text: string) => (await copyText(text)).ok;

function show(view: ComponentChildren): void {
  const root = document.querySelector('#app');
  if (root) render(<I18nProvider value={i18n}>{view}</I18nProvider>, root);
}

const parse = createParseBeside(readDocument, () => startWorker(ownAddress('/parse-worker.js')));

const timed = async <T,>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
};

async function inspect(read: () => Promise<InspectedDocument>): Promise<ComponentChildren> {
  const asked = performance.now();
  const { title, url, model: answer } = await read();
  const waited = performance.now() - asked;
  if (!answer.ok) {
    const { error, detail } = answer;
    return (
      <InspectionFailure
        text={i18n.say(errorText(error))}
        next={i18n.say(errorNext(error))}
        code={detail ? `${error}: ${detail}` : error}
      />
    );
  }
  const model = answer.value;
  const [, detectMs] = await timed(() => detectPolicy(model));
  const [reading, parseMs] = await timed(() => parse(model, {}));
  const timings = { detect: detectMs, parse: parseMs + (model.readMs ?? 0), read: waited };
  const ms = { detect: timings.detect, parse: timings.parse };
  const json = JSON.stringify({ ...toInspection(reading, model), ms }, null, 1);
  return <InspectionView title={title} address={url} reading={reading} timings={timings} json={json} onCopy={copy} />;
}

document.documentElement.lang = language;
document.title = i18n.t('inspect.title');
const working = <p class="inspection">{i18n.t('inspect.working')}</p>;
const asked = new URLSearchParams(location.search);
if (asked.has('pick')) {
  const open = async (file: File): Promise<void> => {
    show(working);
    show(await inspect(() => readFile(file)));
  };
  show(<PickedFile onFile={(file) => void open(file)} />);
} else {
  show(working);
  const wanted = asked.get('tab');
  show(await inspect(() => readTabDocument(wanted === null ? null : Number(wanted))));
}
