/** While a part of a page is being chosen: a rectangle is dragged over the pages; Enter takes the whole page. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface RegionPickerProps {
  /** What the pages lie in. */
  area: HTMLElement | null;
  /** On the screen. */
  onPick: (box: Box) => void;
  onWholePage: () => void;
  onCancel: () => void;
}

const boxOf = (a: PointerEvent, b: PointerEvent): Box => ({
  left: Math.min(a.clientX, b.clientX),
  top: Math.min(a.clientY, b.clientY),
  right: Math.max(a.clientX, b.clientX),
  bottom: Math.max(a.clientY, b.clientY),
});

export function RegionPicker({ area, onPick, onWholePage, onCancel }: RegionPickerProps) {
  const { t } = useI18n();
  const [box, setBox] = useState<Box | null>(null);
  // Before it is drawn: who is told to drag or to press Enter may do so at once.
  useLayoutEffect(() => {
    if (!area) return;
    const listening = new AbortController();
    const { signal } = listening;
    let start: PointerEvent | null = null;
    const on = (name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', run: (at: PointerEvent) => void) =>
      area.addEventListener(name, run, { signal });
    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      area.setPointerCapture(event.pointerId);
      start = event;
    });
    on('pointermove', (event) => {
      if (start) setBox(boxOf(start, event));
    });
    on('pointerup', (event) => {
      const from = start;
      start = null;
      setBox(null);
      if (from) onPick(boxOf(from, event));
    });
    on('pointercancel', () => {
      start = null;
      setBox(null);
    });
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onCancel();
        else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
          // The field that is opened has the focus at once, and this key is no line of its text.
          event.preventDefault();
          onWholePage();
        }
      },
      { signal },
    );
    area.classList.add('picking');
    return () => {
      listening.abort();
      area.classList.remove('picking');
    };
  }, [area, onPick, onWholePage, onCancel]);
  return (
    <div class="region-picker">
      <p role="status">{t('reader.regionHint')}</p>
      <Button size="s" onClick={onWholePage}>
        {t('reader.wholePage')}
      </Button>
      <Button size="s" tone="ghost" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      {box && (
        <div
          class="region-box"
          style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
        />
      )}
    </div>
  );
}
