/** Starts the reader: composes its parts and shows the PDF that the address or the person names. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { createI18n, I18nProvider } from '@/components/i18n';
import type { Chapter, FindResult, ViewerState } from '@/lib/pdf/viewer';
import { readEnvironment } from '@/lib/platform/environment';
import { lookUp } from '@/lib/platform/i18n';
import { type Control, createControl } from './control';
import { ReaderApp } from './reader-app';
import { wantedFrom } from './wanted';
import '@/assets/styles/tokens.css';
import '@/assets/styles/base.css';
import '@/assets/styles/controls.css';
import '@/assets/styles/reader.css';

/** Our own PDF page: what it is to show stands in its address. */
const { language } = readEnvironment();
const i18n = createI18n(lookUp, language);
const viewer = signal<ViewerState>({ page: 1, pages: 0, scale: 1 });
const found = signal<FindResult | null>(null);
const chapters = signal<Chapter[]>([]);
const control = signal<Control | null>(null);

const onStage = (container: HTMLDivElement): Control => {
  const started = createControl({
    container,
    words: { page: (number) => i18n.t('reader.pageName', number) },
    wanted: wantedFrom(location),
    page: () => viewer.value.page,
    pages: () => viewer.value.pages,
    onState(state) {
      viewer.value = state;
    },
    async onOpened(view) {
      document.title = started.session.title.value || i18n.t('reader.name');
      container.focus();
      chapters.value = await view.outline();
    },
  });
  started.view.finder.subscribe((result) => {
    found.value = result;
  });
  control.value = started;
  return started;
};

document.documentElement.lang = language;
const root = document.querySelector('#app');
if (root) {
  render(
    <I18nProvider value={i18n}>
      <ReaderApp viewer={viewer} found={found} chapters={chapters} control={control} onStage={onStage} />
    </I18nProvider>,
    root,
  );
}
