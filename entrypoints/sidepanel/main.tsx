import { createTabs } from '@/lib/platform/tabs';
import { compose } from './compose';
import { pdfOfTab } from './pdf';
import { show } from './show';

/** The panel beside a page: what it shows follows the active tab. */
const tabs = createTabs({ pdfSource: pdfOfTab, signal: new AbortController().signal });
show(compose({ wide: false, view: 'page', tabs }));
