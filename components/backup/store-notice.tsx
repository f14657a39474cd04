/**
 * What the library has to say by itself: that it or the settings had to be repaired, that a backup is due, that the one
 * into the folder cannot be written. One sentence each.
 */
import { FolderX, HardDrive, HardDriveDownload, type LucideIcon, RotateCw, ShieldCheck, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Reminder } from '@/lib/core/backup/reminder';
import { errorNext, errorText } from '@/lib/state/error-text';
import type { FolderNotice } from '@/lib/state/folder-backup';
import { isPassing } from '@/lib/state/passing-report';
import type { ReportCode, StoreReport } from '@/lib/store/contract';
import { Button, IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface StoreNoticeProps {
  report: StoreReport | null;
  reminder: Reminder | null;
  /** Why automatic backups are not written. */
  folder?: FolderNotice | null;
  /** The settings had been lost and came back. */
  settingsRestored?: boolean;
  /** They had been lost and did not. */
  settingsLost?: boolean;
  /** Settings, drafts and the like are in this window only. */
  unkept?: boolean;
  onDismiss: () => void;
  onDismissSettings?: () => void;
  onBackup: () => void;
  onLater: () => void;
  onReload: () => void;
  onChooseFolder?: () => void;
  onAllowFolder?: () => void;
  onFolderOff?: () => void;
  onFolderLater?: () => void;
}

/** Sentences without a number. */
const PLAIN = {
  'copy-closed': 'backup.report_copy_closed',
  unchecked: 'backup.report_unchecked',
  'unchecked-full': 'backup.report_unchecked_full',
  upgrading: 'backup.report_upgrading',
  upgraded: 'backup.report_upgraded',
  'upgraded-alone': 'backup.report_upgraded_alone',
} as const satisfies Partial<Record<ReportCode, string>>;
type Plain = keyof typeof PLAIN;
const COUNTED = {
  rebuilt: 'backup.report_rebuilt',
  'rebuilt-partly': 'backup.report_rebuilt_partly',
  'caught-up': 'backup.report_caught_up',
  'copy-rebuilt': 'backup.report_copy_rebuilt',
  'copy-caught-up': 'backup.report_copy_caught_up',
  'copy-trimmed': 'backup.report_copy_trimmed',
  'set-aside': 'backup.report_set_aside',
  'single-copy': 'backup.report_single_copy',
} as const satisfies Record<Exclude<ReportCode, Plain | 'outdated'>, string>;
const isPlain = (code: ReportCode): code is Plain => code in PLAIN;

function Sentence(props: { icon: LucideIcon; text: string; problem?: boolean; children: ComponentChildren }) {
  const { icon: Icon, text, problem, children } = props;
  return (
    <div class={problem ? 'notice problem' : 'notice'}>
      <Icon size={16} aria-hidden="true" />
      <div>
        <p>{text}</p>
      </div>
      <span class="notice-actions">{children}</span>
    </div>
  );
}

export function StoreNotice(props: StoreNoticeProps) {
  const { report, reminder, folder, settingsRestored, settingsLost, onDismiss, onDismissSettings } = props;
  const { onBackup, onLater, onReload } = props;
  const { t, n } = useI18n();
  const sentence = (code: Exclude<ReportCode, 'outdated'>, count: number): string => {
    if (code === 'rebuilt' && count === 0) return t('backup.rebuilding');
    return isPlain(code) ? t(PLAIN[code]) : n(COUNTED[code], count);
  };
  const dueText = ({ clips, comparisons, days }: Reminder): string =>
    clips > 0 ? n('backup.due', clips, days) : n('backup.dueComparisons', comparisons, days);
  return (
    <div class="store-notices" role="status">
      {report?.code === 'outdated' && (
        <Sentence icon={RotateCw} problem text={t('backup.outdated')}>
          <Button size="s" onClick={onReload}>
            {t('backup.reload')}
          </Button>
        </Sentence>
      )}
      {report && report.code !== 'outdated' && (
        <Sentence icon={ShieldCheck} text={sentence(report.code, report.count)}>
          {!isPassing(report) && (
            <IconButton label={t('common.close')} icon={<X size={14} aria-hidden="true" />} onClick={onDismiss} />
          )}
        </Sentence>
      )}
      {(settingsRestored || settingsLost) && (
        <Sentence icon={ShieldCheck} text={t(settingsLost ? 'settings.lost' : 'settings.restored')}>
          <IconButton label={t('common.close')} icon={<X size={14} aria-hidden="true" />} onClick={onDismissSettings} />
        </Sentence>
      )}
      {props.unkept && (
        <Sentence icon={HardDrive} problem text={t('backup.unkept')}>
          {null}
        </Sentence>
      )}
      {folder && report?.code !== 'outdated' && <FolderSentence {...props} folder={folder} />}
      {reminder && report?.code !== 'outdated' && (
        <Sentence icon={HardDriveDownload} text={dueText(reminder)}>
          <Button size="s" onClick={onBackup}>
            {t('backup.write')}
          </Button>
          <Button size="s" tone="ghost" onClick={onLater}>
            {t('backup.later')}
          </Button>
        </Sentence>
      )}
    </div>
  );
}

function FolderSentence({ folder, ...props }: Omit<StoreNoticeProps, 'folder'> & { folder: FolderNotice }) {
  const { t, say } = useI18n();
  if (folder.state === 'lost') {
    return (
      <Sentence icon={FolderX} text={t('backup.folderLost', folder.name)}>
        <Button size="s" onClick={props.onChooseFolder}>
          {t('backup.folderAgain')}
        </Button>
        <Button size="s" tone="ghost" onClick={props.onFolderOff}>
          {t('backup.folderOff')}
        </Button>
      </Sentence>
    );
  }
  const waits = folder.state === 'waits';
  const text = waits
    ? t('backup.folderAsks', folder.name)
    : `${t('backup.folderFailed')} ${say(errorText(folder.error))} ${say(errorNext(folder.error))}`;
  return (
    <Sentence icon={FolderX} text={text}>
      <Button size="s" onClick={waits ? props.onAllowFolder : props.onBackup}>
        {t(waits ? 'backup.folderAllow' : 'backup.title')}
      </Button>
      <Button size="s" tone="ghost" onClick={props.onFolderLater}>
        {t('backup.later')}
      </Button>
    </Sentence>
  );
}
