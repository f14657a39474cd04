/** Settings: sites that may be read, PDFs, citations, backup, privacy. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../common/button';
import { Dialog } from '../common/dialog';
import { useI18n } from '../i18n';
import { useServices } from '../services';

export interface SettingsDialogProps {
  onClose: () => void;
}

const EDITIONS = ['2025', '2015'] as const;

export function SettingsDialog({ onClose }: SettingsDialogProps) {
  const { app, settings, actions } = useServices();
  const { t } = useI18n();
  const values = settings.values.value;
  const go = (name: 'shortcuts' | 'backup') => () => {
    app.dialog.value = name;
  };
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <div class="settings">
        <GrantedSites />
        <section>
          <h3>{t('settings.pdf')}</h3>
          <label class="check">
            <input
              type="checkbox"
              checked={values.readerForGovernmentPdfs}
              onChange={(event) => settings.change({ readerForGovernmentPdfs: event.currentTarget.checked })}
            />
            <span>{t('settings.readerDefault')}</span>
          </label>
        </section>
        <section>
          <h3>{t('settings.citation')}</h3>
          {EDITIONS.map((edition) => (
            <label class="check" key={edition}>
              <input
                type="radio"
                name="edition"
                checked={values.citationEdition === edition}
                onChange={() => settings.change({ citationEdition: edition })}
              />
              <span>{t(`settings.edition${edition}`)}</span>
            </label>
          ))}
        </section>
        <section class="settings-row">
          <Button size="s" onClick={go('shortcuts')}>
            {t('settings.shortcuts')}
          </Button>
          <Button size="s" onClick={go('backup')}>
            {t('settings.backup')}
          </Button>
        </section>
        <section>
          <h3>{t('settings.about')}</h3>
          <p class="hint-text">{t('settings.privacy')}</p>
          <p class="hint-text">
            {t('common.appName')} · {t('settings.version', actions.version)}
          </p>
        </section>
      </div>
    </Dialog>
  );
}

/** Lasting grants beyond the government sites, each revocable. */
function GrantedSites() {
  const { tabs } = useServices();
  const { t } = useI18n();
  const [sites, setSites] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let live = true;
    void tabs.granted().then((granted) => live && setSites(granted));
    return () => {
      live = false;
    };
  }, [tabs]);
  const revoke = async (site: string) => {
    const answer = await tabs.revoke(site);
    if (answer.ok) setSites(await tabs.granted());
  };
  return (
    <section>
      <h3>{t('settings.sites')}</h3>
      <p class="hint-text">{t('settings.sitesHint')}</p>
      {sites && sites.length === 0 && <p class="hint-text">{t('settings.noSites')}</p>}
      <ul class="sites">
        {sites?.map((site) => (
          <li key={site}>
            <span>{site}</span>
            <Button size="s" aria-label={t('settings.revokeSite', site)} onClick={() => void revoke(site)}>
              {t('settings.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
