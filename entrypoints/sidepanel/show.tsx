/** Draws a composed panel into its page. */
import '@/assets/styles/app.css';
import { render } from 'preact';
import { App } from '@/components/app/app';
import { I18nProvider } from '@/components/i18n';
import { ServicesProvider } from '@/components/services';
import type { compose } from './compose';

export function show({ services, i18n, start }: ReturnType<typeof compose>): void {
  const root = document.querySelector('#app');
  if (!root) return;
  const stop = start();
  addEventListener('pagehide', stop, { once: true });
  render(
    <I18nProvider value={i18n}>
      <ServicesProvider value={services}>
        <App />
      </ServicesProvider>
    </I18nProvider>,
    root,
  );
}
