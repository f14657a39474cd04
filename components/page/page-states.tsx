/** 本页 without items: each state says what is so and what to do next. */
import {
  CircleAlert,
  FileSearch,
  FolderOpen,
  Globe,
  LockKeyhole,
  MousePointerClick,
  RefreshCw,
  ScanText,
} from 'lucide-preact';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { DocumentKind, Reading } from '@/lib/core/model/item';
import { errorNext, errorText } from '@/lib/state/error-text';
import type { DocumentSource } from '@/lib/state/sources';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { useI18n } from '../i18n';
import { Reasons } from './reasons';

const ICON = { size: 28, 'stroke-width': 1.5, 'aria-hidden': true } as const;

export interface FileButtons {
  onOpenFile: () => void;
  onSample: () => void;
}

function FileActions({ onOpenFile, onSample }: FileButtons) {
  const { t } = useI18n();
  return (
    <>
      <Button icon={<FolderOpen size={15} aria-hidden="true" />} onClick={onOpenFile}>
        {t('menu.openFile')}
      </Button>
      <Button tone="ghost" onClick={onSample}>
        {t('menu.sample')}
      </Button>
    </>
  );
}

export function BlankState(props: FileButtons) {
  const { t } = useI18n();
  return (
    <EmptyState icon={<FileSearch {...ICON} />} title={t('blank.title')} actions={<FileActions {...props} />}>
      <p>{t('blank.text')}</p>
    </EmptyState>
  );
}

export function UnreadableState(props: FileButtons) {
  const { t } = useI18n();
  return (
    <EmptyState icon={<LockKeyhole {...ICON} />} title={t('unreadable.title')} actions={<FileActions {...props} />}>
      <p>{t('unreadable.text')}</p>
    </EmptyState>
  );
}

export interface NotGrantedStateProps extends FileButtons {
  /** Null where the browser does not tell which site it is. */
  origin: string | null;
  onGrant: (origin: string) => void;
}

export function NotGrantedState({ origin, onGrant, ...files }: NotGrantedStateProps) {
  const { t } = useI18n();
  if (origin === null) {
    return (
      <EmptyState
        icon={<MousePointerClick {...ICON} />}
        title={t('grant.unknownTitle')}
        actions={<FileActions {...files} />}
      >
        <p>{t('grant.unknown')}</p>
      </EmptyState>
    );
  }
  const host = origin.replace(/^https?:\/\//u, '').replace(/\/\*?$/u, '');
  return (
    <EmptyState
      icon={<Globe {...ICON} />}
      title={t('grant.title')}
      actions={
        <Button tone="primary" onClick={() => onGrant(origin)}>
          {t('grant.allow', host)}
        </Button>
      }
    >
      <p>{t('grant.text')}</p>
      <p>{t('grant.once')}</p>
    </EmptyState>
  );
}

export interface FailedStateProps {
  error: ErrorCode;
  onRetry: () => void;
  onOpenFile: () => void;
}

export function FailedState({ error, onRetry, onOpenFile }: FailedStateProps) {
  const { t, say } = useI18n();
  return (
    <EmptyState
      icon={<CircleAlert {...ICON} />}
      title={say(errorText(error))}
      actions={
        <>
          <Button icon={<RefreshCw size={14} aria-hidden="true" />} onClick={onRetry}>
            {t('common.retry')}
          </Button>
          <Button tone="ghost" onClick={onOpenFile}>
            {t('menu.openFile')}
          </Button>
        </>
      }
    >
      <p role="alert">{say(errorNext(error))}</p>
    </EmptyState>
  );
}

export interface NothingFoundProps {
  reading: Reading;
  format: DocumentSource['format'];
  onOverrule: (kind: DocumentKind) => void;
  onOpenFile: () => void;
}

/** Nothing was found: why, how to insist, and that a selection always works. A pure scan is told apart. */
export function NothingFound({ reading, format, onOverrule, onOpenFile }: NothingFoundProps) {
  const { t } = useI18n();
  const { verdict, notices } = reading;
  if (notices.some((notice) => notice.code === 'scanned')) {
    return (
      <EmptyState
        icon={<ScanText {...ICON} />}
        title={t('scanned.title')}
        actions={<Button onClick={onOpenFile}>{t('menu.openFile')}</Button>}
      >
        <p>{t(format === 'ofd' ? 'scanned.textOfd' : 'scanned.text')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<FileSearch {...ICON} />}
      title={t('empty.title')}
      actions={
        <>
          <Button onClick={() => onOverrule('bulletin')}>{t('page.asBulletin')}</Button>
          <Button onClick={() => onOverrule('policy')}>{t('page.asPolicy')}</Button>
        </>
      }
    >
      <p>{verdict.kind === 'none' ? t('empty.lowScore') : t('empty.noItems')}</p>
      {verdict.reasons.length > 0 && <Reasons verdict={verdict} />}
      <p class="hint-line">
        <MousePointerClick size={14} aria-hidden="true" /> {t('empty.hint')}
      </p>
    </EmptyState>
  );
}
