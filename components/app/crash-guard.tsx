/** Catches what a view throws: the tabs stay, the view says what happened and how to go on. */
import { CircleAlert } from 'lucide-preact';
import { Component, type ComponentChildren } from 'preact';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { useI18n } from '../i18n';

export interface CrashGuardProps {
  children: ComponentChildren;
}

interface CrashGuardState {
  crashed: boolean;
}

export class CrashGuard extends Component<CrashGuardProps, CrashGuardState> {
  override state: CrashGuardState = { crashed: false };

  static override getDerivedStateFromError(): CrashGuardState {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  render() {
    return this.state.crashed ? <Crashed onAgain={() => this.setState({ crashed: false })} /> : this.props.children;
  }
}

function Crashed({ onAgain }: { onAgain: () => void }) {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={<CircleAlert size={28} stroke-width={1.5} aria-hidden="true" />}
      title={t('error.unexpected.text')}
      actions={<Button onClick={onAgain}>{t('common.retry')}</Button>}
    >
      <p role="alert">{t('app.crashed')}</p>
    </EmptyState>
  );
}
