/** Draws one scene of the gallery: `?scene=page&lang=en`. */
import '@/assets/styles/app.css';
import { render } from 'preact';
import { App } from '@/components/app/app';
import { createI18n, I18nProvider } from '@/components/i18n';
import { ServicesProvider } from '@/components/services';
import { createLookup, type Language } from '../scene/lookup';
import { createScene } from '../scene/services';
import { SCENES } from './scenes';

const asked = new URLSearchParams(location.search);
const language: Language = asked.get('lang') === 'en' ? 'en' : 'zh-CN';
const scene = SCENES[asked.get('scene') ?? 'page'];
document.documentElement.lang = language;
if (scene) {
  const made = createScene({ ...scene.options(), wide: asked.has('wide') });
  made.start();
  render(
    <I18nProvider value={createI18n(createLookup(language), language)}>
      <ServicesProvider value={made.services}>
        <App />
      </ServicesProvider>
    </I18nProvider>,
    document.querySelector('#app') ?? document.body,
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve, 120));
  await settled();
  await scene.act?.(made);
  await settled();
}
document.documentElement.dataset.ready = 'yes';
