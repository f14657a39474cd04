/** A file as the details page reads it: picked by the person, or given to the page by `npm run inspect`. */
import { useRef } from 'preact/hooks';
import { FilePicker } from '@/components/app/file-picker';
import { Button } from '@/components/common/button';
import { useI18n } from '@/components/i18n';
import { fail } from '@/lib/core/model/failure';
import { sourceOf } from '../sidepanel/file-sources';
import type { InspectedDocument } from './read-tab';

export async function readFile(file: File): Promise<InspectedDocument> {
  const source = await sourceOf(file);
  const { signal } = new AbortController();
  const model = source ? await source.read(signal, () => undefined) : fail('file-unsupported');
  return { title: file.name, url: '', model };
}

export function PickedFile({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="inspection">
      <Button onClick={() => input.current?.click()}>{t('menu.openFile')}</Button>
      <FilePicker input={input} onFiles={([file]) => file && onFile(file)} />
    </div>
  );
}
