/** Who issued or reports: the first in full, the others counted; all of them on hover and for screen readers. */
import type { Found, Span } from '@/lib/core/model/span';
import { FieldWords } from '../common/field-words';
import { useI18n } from '../i18n';

export interface AgenciesProps {
  agencies: readonly Found<string>[];
  onPoint?: ((spans: readonly Span[]) => void) | undefined;
}

export function Agencies({ agencies, onPoint }: AgenciesProps) {
  const { t } = useI18n();
  const [first] = agencies;
  if (!first) return null;
  const all = agencies.map((agency) => agency.value).join(t('common.separator'));
  const found = { spans: agencies.flatMap((agency) => agency.spans), sure: agencies.every((agency) => agency.sure) };
  return (
    <FieldWords found={found} onPoint={onPoint}>
      <span title={agencies.length > 1 ? all : undefined}>
        {agencies.length > 1 ? t('common.etc', first.value, agencies.length) : first.value}
      </span>
    </FieldWords>
  );
}
