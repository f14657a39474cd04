/** All keys on one sheet. */
import { Dialog } from '../common/dialog';
import { useI18n } from '../i18n';

export interface ShortcutsDialogProps {
  onClose: () => void;
}

const KEYS = [
  [['Alt', '1 / 2 / 3'], 'help.views'],
  [['J', 'K'], 'help.move'],
  [['Enter'], 'help.locate'],
  [['C'], 'help.clip'],
  [['T'], 'help.tags'],
  [['E'], 'help.correct'],
  [['M'], 'help.unfold'],
  [['X'], 'help.selectRow'],
  [['/'], 'help.search'],
  [['Esc'], 'help.escape'],
  [['?'], 'help.help'],
  [['Alt', 'Shift', 'C'], 'help.clipSelection'],
  [['Alt', 'Shift', 'P'], 'help.openPanel'],
] as const;

export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint-text">{t('settings.shortcutsHint')}</p>
    </Dialog>
  );
}
