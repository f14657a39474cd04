/** 本页: the document in front with its sections and items, or the state that explains why there are none. */
import { useComputed } from '@preact/signals';
import { useI18n } from '../i18n';
import { useServices } from '../services';
import { PageDocument } from './page-document';
import { BlankState, NotGrantedState, UnreadableState } from './page-states';
import { useGrant } from './use-grant';

export interface PageViewProps {
  onOpenFile: () => void;
}

export function PageView({ onOpenFile }: PageViewProps) {
  const { host, actions } = useServices();
  const grant = useGrant();
  const { locale } = useI18n();
  const view = useComputed(() => host.view.value).value;
  const files = { onOpenFile, onSample: () => actions.openSample(1) };
  switch (view.state) {
    case 'none':
      return <BlankState {...files} />;
    case 'unreadable':
      return <UnreadableState {...files} />;
    case 'not-granted':
      return <NotGrantedState {...files} origin={view.origin} onGrant={(origin) => void grant(origin)} />;
    case 'page':
      return (
        <PageDocument
          key={`${view.page.source.id} ${locale}`}
          page={view.page}
          onOpenFile={onOpenFile}
          onCloseFile={view.isFile ? host.closeFile : undefined}
        />
      );
  }
}
