/** Copies a text and shows a tick for a moment. */
import { Check, Copy } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useI18n } from '../i18n';
import { IconButton } from './button';

export interface CopyButtonProps {
  text: string;
  onCopy: (text: string) => Promise<boolean>;
}

const SHOWN_MS = 1_500;

export function CopyButton({ text, onCopy }: CopyButtonProps) {
  const { t } = useI18n();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <IconButton
        label={t('detail.copyCitation')}
        icon={copied ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        onClick={() => void onCopy(text).then(setCopied)}
      />
      <span class="copied" role="status">
        {copied && t('common.copied')}
      </span>
    </>
  );
}
