import { takeOver } from '@/lib/platform/hand-over';
import { createTabs } from '@/lib/platform/tabs';
import { compose } from '../sidepanel/compose';
import { pdfOfTab } from '../sidepanel/pdf';
import { show } from '../sidepanel/show';

/** The same app in a full tab: library and comparison with room; no page stands beside it, only files are read. */
const tabs = createTabs({ pdfSource: pdfOfTab, signal: new AbortController().signal });
const active = {
  subscribe(next: (view: { state: 'none' }) => void) {
    next({ state: 'none' });
    return () => undefined;
  },
};
const handed = /^#files=([\w-]{1,64})$/u.exec(location.hash)?.[1];
const view = handed ? 'page' : location.hash === '#compare' ? 'compare' : 'library';
const composed = compose({ wide: true, view, tabs: { ...tabs, active } });
show(composed);
if (handed) void takeOver(handed).then(({ files }) => composed.services.actions.openFiles(files));
