/** Files may be dropped anywhere on the panel; while they hang over it, it says so. */
import { FileDown } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../i18n';

export interface DropTargetProps {
  onFiles: (files: readonly File[]) => void;
  children: ComponentChildren;
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

export function DropTarget({ onFiles, children }: DropTargetProps) {
  const { t } = useI18n();
  const element = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  // Before it is drawn: the browser opens a file that nobody takes, over everything that stands here.
  useLayoutEffect(() => {
    const target = element.current;
    const listening = new AbortController();
    const { signal } = listening;
    let depth = 0;
    const track = (by: 1 | -1) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    target?.addEventListener('dragenter', track(1), { signal });
    target?.addEventListener('dragleave', track(-1), { signal });
    target?.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { signal });
    target?.addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth = 0;
        setOver(false);
        latest.current([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return (
    <div class="app" ref={element}>
      {children}
      {over && (
        <div class="drop-veil">
          <FileDown size={28} stroke-width={1.5} aria-hidden="true" />
          <p>{t('app.dropHere')}</p>
        </div>
      )}
    </div>
  );
}
