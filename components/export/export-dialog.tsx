/**
 * 导出: choose, see, then copy or download. What carries a confidentiality mark is asked about once before it leaves.
 * Long work shows how far it is and can be stopped.
 */
import { Copy, Download } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  DEFAULT_EXPORT_OPTIONS,
  dayOf,
  type ExportInput,
  type ExportOptions,
  fileNameFor,
  marksOf,
} from '@/lib/core/export';
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';
import { createExportJob } from '@/lib/state/export-job';
import { Button } from '../common/button';
import { Dialog } from '../common/dialog';
import { MarksQuestion } from '../common/marks-question';
import { useI18n } from '../i18n';
import { type ExportChoice, ExportForm } from './export-form';
import { picturesOf, zipOf } from './export-pictures';
import { beginningOf, type Compared, chunksOf, comparedOf, exportLocale, scopesOf, titleOf } from './export-source';
import { JobLine } from './job-line';

export interface ExportDialogProps {
  clips: readonly Clip[];
  /** What the clips are when nothing is compared. */
  base: 'selection' | 'collection';
  /** The comparison as it stands on the screen. */
  compared: Compared | null;
  /** Defaults from the settings. */
  options?: Partial<ExportOptions>;
  /** ISO time stamp. */
  now: () => string;
  /** Base64 of the picture of a clip; null when it is not there. */
  pictureOf: (id: string) => Promise<Result<string | null>>;
  onCopy: (text: string) => Promise<boolean>;
  onSave: (name: string, content: Blob) => void;
  onClose: () => void;
}

const PREVIEW_CHARS = 20_000;

export function ExportDialog(props: ExportDialogProps) {
  const { clips, compared, base, now, onCopy, onSave, onClose } = props;
  const i18n = useI18n();
  const { t, n, number } = i18n;
  const scopes = scopesOf(base, clips, compared);
  const [confirmed, setConfirmed] = useState(false);
  const [copied, setCopied] = useState(false);
  const [choice, setChoice] = useState<ExportChoice>(() => ({
    scope: scopes[0] ?? base,
    format: 'markdown',
    title: titleOf(clips, scopes[0] ?? base, i18n),
    options: { ...DEFAULT_EXPORT_OPTIONS, ...props.options },
  }));
  const job = useRef(createExportJob()).current;
  useEffect(() => job.stop, [job]);

  const marks = useMemo(() => marksOf(clips), [clips]);
  const input = useMemo((): ExportInput => {
    const tables = choice.scope === 'comparison' || choice.scope === 'memo' ? (compared ?? comparedOf(clips)) : {};
    const { maybe, locale } = i18n;
    return {
      scope: choice.scope,
      title: choice.title,
      locale: exportLocale(locale),
      clips,
      themeName: (code) => maybe(`theme.${code}`, code),
      ...tables,
    };
  }, [choice.scope, choice.title, clips, compared, i18n]);
  const chunks = (from = input) => chunksOf(choice.format, from, choice.options);
  const pictured = useMemo(() => new Set(clips.flatMap(({ id, picture }) => (picture ? [id] : []))), [clips]);
  const isZip = choice.format === 'markdown' && pictured.size > 0;
  /** As it will be downloaded. */
  const preview = useMemo(
    () => beginningOf(chunks(isZip ? { ...input, pictures: pictured } : input), PREVIEW_CHARS),
    [input, choice.format, choice.options],
  );

  const copy = () =>
    job.run('', chunks(), async (_, parts) => {
      const done = await onCopy(parts.join(''));
      setCopied(done);
      return done;
    });
  /** The document with its pictures in one file. */
  const downloadZip = async () => {
    const title = fileNameFor(choice.title, dayOf(now()), 'md');
    const pictures = await picturesOf(clips, props.pictureOf);
    if (pictures === null) return job.fail();
    const from = { ...input, pictures: new Set(pictures.keys()) };
    return job.run(fileNameFor(choice.title, dayOf(now()), 'zip'), chunks(from), async (file, parts) => {
      onSave(file, zipOf(title, parts, pictures.values()));
      return true;
    });
  };
  const download = () => {
    if (isZip) return downloadZip();
    const markdown = choice.format === 'markdown';
    const name = fileNameFor(choice.title, dayOf(now()), markdown ? 'md' : 'csv');
    const type = markdown ? 'text/markdown;charset=utf-8' : 'text/csv;charset=utf-8';
    return job.run(name, chunks(), async (file, parts) => {
      onSave(file, new Blob([...parts], { type }));
      return true;
    });
  };
  const asking = marks.length > 0 && !confirmed;
  const held = asking || clips.length === 0 || job.state.value.state === 'writing';
  return (
    <Dialog
      wide
      title={t('export.title')}
      onClose={onClose}
      foot={
        <>
          <JobLine state={job.state.value} onStop={job.stop} />
          <Button icon={<Copy size={14} aria-hidden="true" />} disabled={held} onClick={() => void copy()}>
            {copied ? t('export.copied') : t('export.copy')}
          </Button>
          <Button
            tone="primary"
            icon={<Download size={14} aria-hidden="true" />}
            disabled={held}
            onClick={() => void download()}
          >
            {t('export.download')}
          </Button>
        </>
      }
    >
      {marks.length > 0 && <MarksQuestion marks={marks} confirmed={confirmed} onConfirm={() => setConfirmed(true)} />}
      {clips.length === 0 && <p class="muted">{t('export.empty')}</p>}
      <div class="export">
        <ExportForm
          choice={choice}
          scopes={scopes}
          onChoice={(next) => {
            setCopied(false);
            const own = choice.title === titleOf(clips, choice.scope, i18n);
            setChoice(own && next.scope !== choice.scope ? { ...next, title: titleOf(clips, next.scope, i18n) } : next);
          }}
        />
        <section class="export-preview">
          <p class="export-preview-head">
            <b>{t('export.preview')}</b>
            <span>
              {n('export.clips', clips.length)}
              {preview.cut ? '' : ` · ${t('export.size', number(preview.text.length))}`}
            </span>
          </p>
          {asking ? (
            <p class="hint">{t('export.previewHeld')}</p>
          ) : (
            <textarea class="input export-text" readOnly aria-label={t('export.preview')} value={preview.text} />
          )}
          {isZip && <p class="hint">{t('export.pictures', pictured.size)}</p>}
          {preview.cut && !asking && <p class="hint">{t('export.previewCut', number(PREVIEW_CHARS))}</p>}
        </section>
      </div>
    </Dialog>
  );
}
