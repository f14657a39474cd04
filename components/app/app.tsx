/** The whole panel: tabs, the view in front, dialogs, toasts, live region, keys and file drop. */
import { useEffect, useRef } from 'preact/hooks';
import { VIEWS } from '@/lib/state/app-store';
import { StoreNotice } from '../backup/store-notice';
import { TourCard } from '../help/tour-card';
import { useI18n } from '../i18n';
import { LibraryView } from '../library/library-view';
import { PageView } from '../page/page-view';
import { useServices } from '../services';
import { CompareScreen } from './compare-screen';
import { CrashGuard } from './crash-guard';
import { Dialogs } from './dialogs';
import { DropTarget } from './drop-target';
import { FilePicker } from './file-picker';
import { panelKeys } from './keys';
import { Menu } from './menu';
import { panelId, tabId, ViewTabs } from './tabs';
import { ToastStack } from './toast-stack';
import { useKeptFocus } from './use-kept-focus';

export function App() {
  const services = useServices();
  const { app, backup, folder, host, library, compare, tour, actions, wide } = services;
  const step = wide ? null : tour.step.value;
  const { say } = useI18n();
  const picker = useRef<HTMLInputElement>(null);
  const openPicker = () => picker.current?.click();
  useEffect(() => {
    const listening = new AbortController();
    addEventListener('keydown', panelKeys(services), { signal: listening.signal });
    return () => listening.abort();
  }, [services]);

  const view = app.view.value;
  useKeptFocus(view, app.editing.value);
  const said = app.announced.value;
  const page = host.page.value;
  const counts = {
    page: page ? page.items.value.length : null,
    library: library.facets.value?.total ?? null,
    compare: compare.count.value,
  };
  return (
    <DropTarget onFiles={actions.openFiles}>
      <div class="bar">
        <ViewTabs
          view={view}
          counts={counts}
          onSelect={(next) => {
            app.view.value = next;
          }}
        />
        <Menu onOpenFile={openPicker} />
      </div>
      <StoreNotice
        report={backup.report.value}
        reminder={view === 'library' ? backup.reminder.value : null}
        onDismiss={backup.dismissReport}
        onLater={backup.postpone}
        onReload={actions.reload}
        settingsRestored={services.settings.restored.value}
        settingsLost={services.settings.lost.value}
        unkept={services.unkept.value}
        onDismissSettings={services.settings.dismissRestored}
        folder={folder.notice.value}
        onChooseFolder={() => void folder.choose()}
        onAllowFolder={() => void folder.allow()}
        onFolderLater={folder.postpone}
        onFolderOff={() => void folder.turnOff()}
        onBackup={() => {
          app.dialog.value = 'backup';
        }}
      />
      <main>
        {step && <TourCard step={step} at={tour.at.value} onAct={() => void tour.act()} onDismiss={tour.dismiss} />}
        {VIEWS.map((name) => (
          <div
            key={name}
            id={panelId(name)}
            class={`view view-${name}`}
            role="tabpanel"
            tabIndex={-1}
            aria-labelledby={tabId(name)}
            hidden={name !== view}
          >
            {name === view && (
              <CrashGuard>
                {name === 'page' && <PageView onOpenFile={openPicker} />}
                {name === 'library' && <LibraryView />}
                {name === 'compare' && <CompareScreen />}
              </CrashGuard>
            )}
          </div>
        ))}
      </main>
      <FilePicker input={picker} onFiles={actions.openFiles} />
      <Dialogs />
      <ToastStack toasts={services.toasts} />
      <p class="sr-only" role="status">
        {said && say(said)}
      </p>
    </DropTarget>
  );
}
