/** Asks the person for a lasting grant of one site and says how that went. To be called in the click itself. */
import { message } from '@/lib/state/message';
import { useServices } from '../services';

export function useGrant(): (origin: string) => Promise<boolean> {
  const { tabs, toasts } = useServices();
  return async (origin) => {
    const answer = await tabs.grant(origin);
    const granted = answer.ok && answer.value.granted;
    toasts.show({ tone: granted ? 'done' : 'problem', text: message(granted ? 'toast.granted' : 'grant.refused') });
    return granted;
  };
}
