/** What is exported, how it is divided and cited, and what it includes. */
import { useState } from 'preact/hooks';
import type { ExportOptions, ExportScope } from '@/lib/core/export';
import { useI18n } from '../i18n';
import { EXPORT_FORMATS, type ExportFormat } from './export-source';

export interface ExportChoice {
  scope: ExportScope;
  format: ExportFormat;
  title: string;
  options: ExportOptions;
}

export interface ExportFormProps {
  choice: ExportChoice;
  scopes: readonly ExportScope[];
  onChoice: (choice: ExportChoice) => void;
}

const ROOMY = '(min-width: 760px)';
const GROUPS = ['region', 'theme', 'tag', 'source'] as const;
const EDITIONS = ['2025', '2015'] as const;
const BULLETINS = ['J', 'R', 'EB'] as const;
const PARTS = ['figures', 'notes', 'references'] as const;

interface ChooseProps<T extends string> {
  id: string;
  label: string;
  value: T;
  values: readonly T[];
  name: (value: T) => string;
  onValue: (value: T) => void;
}

function Choose<T extends string>({ id, label, value, values, name, onValue }: ChooseProps<T>) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input"
        value={value}
        onChange={(event) => {
          const chosen = values.find((candidate) => candidate === event.currentTarget.value);
          if (chosen !== undefined) onValue(chosen);
        }}
      >
        {values.map((candidate) => (
          <option key={candidate} value={candidate}>
            {name(candidate)}
          </option>
        ))}
      </select>
    </div>
  );
}

export function ExportForm({ choice, scopes, onChoice }: ExportFormProps) {
  const { t } = useI18n();
  const { options } = choice;
  // Folded in the panel: what is looked at is the preview.
  const [roomy] = useState(() => matchMedia(ROOMY).matches);
  const set = (change: Partial<ExportOptions>) => onChoice({ ...choice, options: { ...options, ...change } });
  return (
    <div class="export-form">
      <Choose
        id="export-scope"
        label={t('export.scope')}
        value={choice.scope}
        values={scopes}
        name={(scope) => t(`export.scope_${scope}`)}
        onValue={(scope) => onChoice({ ...choice, scope })}
      />
      <Choose
        id="export-format"
        label={t('export.format')}
        value={choice.format}
        values={EXPORT_FORMATS}
        name={(format) => t(`export.format_${format}`)}
        onValue={(format) => onChoice({ ...choice, format })}
      />
      <div class="field">
        <label for="export-name">{t('export.name')}</label>
        <input
          id="export-name"
          class="input"
          value={choice.title}
          maxLength={200}
          onInput={(event) => onChoice({ ...choice, title: event.currentTarget.value })}
        />
      </div>
      {choice.format === 'markdown' && (
        <details class="export-options" open={roomy}>
          <summary>
            {t('export.options')}
            <span>
              {t(`export.group_${options.groupBy}`)} · {t(`settings.edition${options.edition}`)}
            </span>
          </summary>
          <div class="export-more">
            <Choose
              id="export-group"
              label={t('export.groupBy')}
              value={options.groupBy}
              values={GROUPS}
              name={(group) => t(`export.group_${group}`)}
              onValue={(groupBy) => set({ groupBy })}
            />
            <Choose
              id="export-edition"
              label={t('export.edition')}
              value={options.edition}
              values={EDITIONS}
              name={(edition) => t(`settings.edition${edition}`)}
              onValue={(edition) => set({ edition })}
            />
            <Choose
              id="export-bulletin"
              label={t('export.bulletinAs')}
              value={options.bulletinAs}
              values={BULLETINS}
              name={(kind) => t(`export.bulletin_${kind}`)}
              onValue={(bulletinAs) => set({ bulletinAs })}
            />
            <fieldset class="field">
              <legend class="label">{t('export.include')}</legend>
              {PARTS.map((part) => (
                <label key={part} class="tick">
                  <input
                    type="checkbox"
                    checked={options[part]}
                    onChange={(event) => set({ [part]: event.currentTarget.checked })}
                  />
                  {t(`export.${part}`)}
                </label>
              ))}
            </fieldset>
          </div>
        </details>
      )}
    </div>
  );
}
