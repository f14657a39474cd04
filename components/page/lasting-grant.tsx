/**
 * Under a page that only the click on the toolbar button opened to us: the person may let us read its site for good.
 * Before the click the browser does not tell which site it is, so there is no earlier moment to ask.
 */
import { useEffect, useState } from 'preact/hooks';
import { useI18n } from '../i18n';
import { useServices } from '../services';
import { useGrant } from './use-grant';

export interface LastingGrantProps {
  /** Address of the document; files have none. */
  url: string;
}

const siteOf = (url: string): URL | null => {
  const site = URL.parse(url);
  return site && /^https?:$/u.test(site.protocol) ? site : null;
};

export function LastingGrant({ url }: LastingGrantProps) {
  const { tabs } = useServices();
  const { t } = useI18n();
  const grant = useGrant();
  const [once, setOnce] = useState(false);
  const site = siteOf(url);
  const origin = site?.origin ?? null;
  useEffect(() => {
    let live = true;
    setOnce(false);
    if (origin) void tabs.lasting(origin).then((lasting) => live && setOnce(!lasting));
    return () => {
      live = false;
    };
  }, [origin, tabs]);
  if (!site || !once) return null;
  return (
    <p class="lasting-grant">
      <span>{t('grant.readOnce')}</span>
      <button
        type="button"
        class="link-button"
        onClick={() => void grant(site.origin).then((granted) => setOnce(!granted))}
      >
        {t('grant.always', site.host)}
      </button>
    </p>
  );
}
