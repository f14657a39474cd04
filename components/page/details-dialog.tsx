/** How the document in front was recognised: verdict, reasons, and each field of its head with the way to its place. */
import { LocateFixed } from 'lucide-preact';
import { Fragment } from 'preact';
import { documentText } from '@/lib/core/model/document';
import type { DocumentHead } from '@/lib/core/model/item';
import type { PageStore } from '@/lib/state/page-store';
import { IconButton } from '../common/button';
import { Dialog } from '../common/dialog';
import { FieldWords } from '../common/field-words';
import { useI18n } from '../i18n';
import { Notices } from './notices';
import { Reasons } from './reasons';

export interface DetailsDialogProps {
  page: PageStore;
  onClose: () => void;
}

const FIELDS = ['title', 'issueNumber', 'publishedOn', 'docNumber', 'region'] as const;

export function DetailsDialog({ page, onClose }: DetailsDialogProps) {
  const { t, n, region } = useI18n();
  const reading = page.reading.value;
  const model = page.model.value;
  if (!reading || !model) return null;
  const text = (name: (typeof FIELDS)[number], head: DocumentHead) => {
    const value = head[name]?.value;
    return value === undefined ? undefined : name === 'region' ? region(value) : value;
  };
  return (
    <Dialog title={t('details.title')} onClose={onClose}>
      <p class="dotted">
        <b>{t(`kind.${page.overruled.value ?? reading.verdict.kind}`)}</b>
        <span>{n('details.items', reading.items.length)}</span>
        <span>{n('details.blocks', model.blocks.length)}</span>
        <span>{n('details.characters', documentText(model).length)}</span>
      </p>
      <Notices notices={reading.notices} />
      <Reasons verdict={reading.verdict} />
      <dl class="head-fields">
        {FIELDS.map((name) => {
          const found = reading.head[name];
          return (
            <div key={name}>
              <dt>{t(`head.${name}`)}</dt>
              <dd>
                {found ? <FieldWords found={found}>{text(name, reading.head)}</FieldWords> : t('details.notFound')}
              </dd>
              {found && found.spans.length > 0 && (
                <IconButton
                  label={`${t('item.locate')} ${t(`head.${name}`)}`}
                  icon={<LocateFixed size={14} aria-hidden="true" />}
                  onClick={() => void page.show(found.spans, null)}
                />
              )}
            </div>
          );
        })}
        <div>
          <dt>{t('head.issuers')}</dt>
          <dd>
            {reading.head.issuers.map((issuer, i) => (
              <Fragment key={issuer.value}>
                {i > 0 && t('common.separator')}
                <FieldWords found={issuer}>{issuer.value}</FieldWords>
              </Fragment>
            ))}
            {reading.head.issuers.length === 0 && t('details.notFound')}
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
