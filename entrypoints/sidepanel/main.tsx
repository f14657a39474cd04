/**
 * The panel beside a page: what it shows follows the active tab. What takes longest elsewhere is asked for first, the
 * page's own reading; the panel itself is loaded meanwhile.
 */
import '@/assets/styles/app.css';
import { readEarly } from '@/lib/platform/early-read';

const panel = import('./panel');
const early = readEarly().catch(() => null);
const { openPanel } = await panel;
openPanel({ early });
