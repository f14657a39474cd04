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
const view = location.hash === '#compare' ? 'compare' : 'library';
show(compose({ wide: true, view, tabs: { ...tabs, active } }));
