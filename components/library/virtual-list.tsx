/**
 * A list of rows of one height of which only the visible ones exist: 100,000 clips cost as much as twenty. Tells which
 * rows come into view, keeps the active row visible, and restores its scroll.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface VirtualListProps {
  label: string;
  total: number;
  rowHeight: number;
  /** Row that must stay visible; −1 for none. */
  active: number;
  scroll: number;
  onScroll: (top: number) => void;
  onNeed: (from: number, to: number) => void;
  children: (index: number) => ComponentChildren;
}

const MARGIN = 6;

export function VirtualList(props: VirtualListProps) {
  const { label, total, rowHeight, active, onNeed } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(600);
  const [top, setTop] = useState(props.scroll);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = props.scroll;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 600));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const from = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  const to = Math.min(total, Math.ceil((top + height) / rowHeight) + MARGIN);
  useEffect(() => onNeed(from, Math.max(to, from + 1)), [from, to, total, onNeed]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || active < 0) return;
    const rowTop = active * rowHeight;
    if (rowTop < element.scrollTop) element.scrollTop = rowTop;
    else if (rowTop + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = rowTop + rowHeight - element.clientHeight;
    }
  }, [active, rowHeight]);

  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  return (
    <div
      ref={scroller}
      class="virtual"
      onScroll={(event) => {
        setTop(event.currentTarget.scrollTop);
        props.onScroll(event.currentTarget.scrollTop);
      }}
    >
      <ul class="virtual-space" aria-label={label} style={{ height: `${total * rowHeight}px` }}>
        {rows.map((index) => (
          <li
            key={index}
            aria-posinset={index + 1}
            aria-setsize={total}
            class="virtual-row"
            style={{ top: `${index * rowHeight}px`, height: `${rowHeight}px` }}
          >
            {props.children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
