/** What the ⋯ menu offers, by view and by what is in front. */
import {
  AppWindow,
  BookOpen,
  BookOpenText,
  CircleQuestionMark,
  Download,
  FileSearch,
  FolderOpen,
  GraduationCap,
  HardDriveDownload,
  RefreshCw,
  Settings,
} from 'lucide-preact';
import { type MenuEntry, MoreMenu } from '../common/more-menu';
import { useI18n } from '../i18n';
import { useServices } from '../services';

const ICON = { size: 15, 'aria-hidden': true } as const;

export function Menu({ onOpenFile }: { onOpenFile: () => void }) {
  const { app, host, library, compare, settings, actions, toasts, wide } = useServices();
  const { t } = useI18n();
  const page = host.page.value;
  const dialog = (name: NonNullable<typeof app.dialog.value>) => () => {
    app.dialog.value = name;
  };
  const exportClips = async () => {
    if (app.view.value === 'compare' && compare.count.value > 0) {
      app.openExport({ base: 'comparison', ids: compare.clips.value.map((clip) => clip.id) });
    } else if (library.selection.count.value > 0) {
      app.openExport({ base: 'selection', ids: await library.selectedIds() });
    } else {
      const all = await library.allIds();
      if (all.ok) app.openExport({ base: 'collection', ids: all.value });
      else toasts.problem(all.error);
    }
  };
  const entries: (MenuEntry | false)[] = [
    !wide && {
      id: 'workspace',
      label: t('menu.workspace'),
      icon: <AppWindow {...ICON} />,
      run: () => actions.openWorkspace(app.view.value === 'compare' ? 'compare' : 'library'),
    },
    { id: 'file', label: t('menu.openFile'), icon: <FolderOpen {...ICON} />, run: onOpenFile },
    { id: 'export', label: t('menu.export'), icon: <Download {...ICON} />, run: () => void exportClips(), apart: true },
    { id: 'backup', label: t('menu.backup'), icon: <HardDriveDownload {...ICON} />, run: dialog('backup') },
    page !== null && {
      id: 'again',
      label: t('menu.readAgain'),
      icon: <RefreshCw {...ICON} />,
      run: () => void page.read(),
      apart: true,
    },
    page !== null && {
      id: 'details',
      label: t('menu.details'),
      icon: <FileSearch {...ICON} />,
      run: dialog('details'),
    },
    page?.source.format === 'pdf' &&
      !page.source.marksInPage && {
        id: 'reader',
        label: t('menu.reader'),
        icon: <BookOpenText {...ICON} />,
        run: () => actions.openInReader(page.source),
      },
    {
      id: 'sample',
      label: t('menu.sample'),
      icon: <BookOpen {...ICON} />,
      run: () => actions.openSample(1),
      apart: true,
    },
    {
      id: 'tour',
      label: t('menu.tour'),
      icon: <GraduationCap {...ICON} />,
      run: () => settings.change({ walkthroughDone: false }),
    },
    {
      id: 'help',
      label: t('menu.shortcuts'),
      icon: <CircleQuestionMark {...ICON} />,
      shortcut: '?',
      run: dialog('shortcuts'),
    },
    { id: 'settings', label: t('menu.settings'), icon: <Settings {...ICON} />, run: dialog('settings') },
  ];
  return <MoreMenu label={t('app.menu')} entries={entries.filter((entry) => entry !== false)} />;
}
