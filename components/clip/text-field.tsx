/**
 * A text that is saved when the person pauses or leaves it; what is not saved yet is a draft kept by the owner. Shows
 * what was found and gives it back, where the text is a correction.
 */
import { Undo2 } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useI18n } from '../i18n';
import { useComposition } from './composition';

export interface TextFieldProps {
  label: string;
  value: string;
  draft: string | undefined;
  onDraft: (text: string | null) => void;
  onSave: (text: string) => void;
  lines?: number;
  type?: 'text' | 'date';
  placeholder?: string;
  hint?: string;
  /** What was recognised, when `value` is a correction of it. */
  found?: string | undefined;
  onRevert?: () => void;
}

const PAUSE_MS = 700;

export function TextField(props: TextFieldProps) {
  const { label, value, draft, lines = 1, type = 'text', placeholder, hint, found } = props;
  const { t } = useI18n();
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const composition = useComposition();
  const latest = useRef(props);
  latest.current = props;

  const save = () => {
    clearTimeout(timer.current);
    const { draft: text, value: stored, onSave, onDraft } = latest.current;
    if (text === undefined) return;
    if (text === stored) onDraft(null);
    else onSave(text);
  };
  const saveLater = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => composition.busy() || save(), PAUSE_MS);
  };
  useEffect(() => {
    // A draft from before: the window was closed, or the library did not take it.
    if (latest.current.draft !== undefined) saveLater();
    return () => clearTimeout(timer.current);
  }, []);
  const shared = {
    id,
    class: 'input',
    value: draft ?? value,
    ...(placeholder && { placeholder }),
    ...(hint && { 'aria-describedby': `${id}-hint` }),
    onInput: (event: { currentTarget: { value: string } }) => {
      props.onDraft(event.currentTarget.value);
      saveLater();
    },
    onBlur: save,
    ...composition.handlers,
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {hint && (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
      {lines > 1 ? <textarea {...shared} rows={lines} /> : <input {...shared} type={type} autocomplete="off" />}
      {found !== undefined && (
        <p class="found">
          {t('edit.found', found || t('common.unknown'))}
          <button type="button" class="link-button" onClick={props.onRevert}>
            <Undo2 size={12} aria-hidden="true" /> {t('edit.revert')}
          </button>
        </p>
      )}
    </div>
  );
}
