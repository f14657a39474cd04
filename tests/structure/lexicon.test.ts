/**
 * The genre is data, and no entry is dead: every word of the field lexicon is recognised, in the example that stands
 * beside it, by the function that uses it.
 */
import { describe, expect, it } from 'vitest';
import { BODY_ENDINGS, DEPARTMENTS, PARTY_BODIES } from '../../lib/core/lexicon/agencies-local';
import { NATIONAL_AGENCIES } from '../../lib/core/lexicon/agencies-national';
import { ACTS, BYSTANDERS, ISSUER_LABELS, REPORTS, SOURCES } from '../../lib/core/lexicon/agencies-roles';
import { HORIZON_WORDS, RELATIVE_DAYS } from '../../lib/core/lexicon/dates';
import { DOCUMENT_CONTEXT, OTHER_TYPES, POLICY_TYPES, WORK_CONTEXT } from '../../lib/core/lexicon/document-types';
import { INSTRUMENTS } from '../../lib/core/lexicon/instruments';
import { HAN_DIGITS, HAN_POWERS, MULTIPLIERS } from '../../lib/core/lexicon/numbers';
import { CITY_HOSTS, PROVINCES, REGION_GROUPS } from '../../lib/core/lexicon/regions';
import { THEMES } from '../../lib/core/lexicon/themes';
import {
  COUNTED_HEADS,
  DURATION_NOUNS,
  PER_UNITS,
  PLAIN_HEADS,
  RATE_HEADS,
  REMAINDERS,
  UNITS,
} from '../../lib/core/lexicon/units';
import { BOUNDS, DENIALS, GOAL_VERBS, KIND_WORDS, PROMISES, WITH_OBJECT } from '../../lib/core/lexicon/units-bounds';
import {
  findAgencies,
  findDates,
  findDocuments,
  findFigures,
  findPlaces,
  findRegions,
  regionOfHost,
  suggest,
  withTables,
} from '../../lib/core/parse/fields';
import { joinName } from '../../lib/core/parse/fields/agency-names';
import { arabicNumber, hanNumber } from '../../lib/core/parse/fields/numbers';

/** Entries that `recognised` does not answer for. */
const missed = <T>(entries: readonly T[], recognised: (entry: T) => boolean): T[] =>
  entries.filter((entry) => !recognised(entry));

const agenciesOf = (text: string, publisherRegion: string) =>
  findAgencies('', text, { publisherRegion }).map(({ value }) => value);

describe('regions', () => {
  it('reads every province by its full and its short name', () => {
    expect(missed(PROVINCES, ({ example, name }) => findPlaces(example).some(({ full }) => full === name))).toEqual([]);
    expect(missed(PROVINCES, ({ example, code }) => findRegions('', example)[0]?.value === code)).toEqual([]);
  });
  it('reads regions of several provinces', () => {
    const codes = (text: string) => findRegions(text, '').map(({ value }) => value);
    expect(missed(REGION_GROUPS, (entry) => codes(entry.example).join() === entry.codes.join())).toEqual([]);
  });
  it('reads every host', () => {
    const hosts = PROVINCES.flatMap(({ code, hosts }) => hosts.map((host) => [host, code] as const));
    expect(
      missed([...hosts, ...Object.entries(CITY_HOSTS)], ([host, code]) => regionOfHost(`kjt.${host}.gov.cn`) === code),
    ).toEqual([]);
  });
});

describe('agencies', () => {
  it('reads national bodies by every form', () => {
    const forms = NATIONAL_AGENCIES.flatMap(({ full, forms, example }) =>
      forms.map((form) => ({ full, text: example.replace(forms[1] ?? full, form) })),
    );
    expect(missed(forms, ({ full, text }) => agenciesOf(text, '100000').includes(full))).toEqual([]);
  });
  it('reads departments and party bodies by every form', () => {
    const departments = DEPARTMENTS.flatMap(({ full, forms }) =>
      forms.map((form) => ({ full: joinName('四川省', full), text: `近日，四川省${form}印发通知。` })),
    );
    const party = PARTY_BODIES.flatMap(({ full, forms }) =>
      forms.map((form) => ({ full: `四川省委${full}`, text: `近日，四川省委${form}印发通知。` })),
    );
    expect(missed([...departments, ...party], ({ full, text }) => agenciesOf(text, '510000').includes(full))).toEqual(
      [],
    );
  });
  it('reads bodies that no list knows by their ending', () => {
    expect(
      missed(BODY_ENDINGS, ({ full, example }) =>
        agenciesOf(example, '510000').includes(`四川省康养服务协作发展${full}`),
      ),
    ).toEqual([]);
    const ofZones = BODY_ENDINGS.filter(({ ofZone }) => ofZone);
    expect(
      missed(ofZones, ({ form, full }) =>
        agenciesOf(`近日，西咸新区${form}印发通知。`, '').includes(`西咸新区${full}`),
      ),
    ).toEqual([]);
  });
  it('tells who acts or reports from who stands by', () => {
    const acting = [...ACTS, ...REPORTS, ...SOURCES, ...ISSUER_LABELS];
    expect(missed(acting, ({ example }) => agenciesOf(example, '510000').includes('四川省科学技术厅'))).toEqual([]);
    expect(missed(BYSTANDERS, ({ example }) => agenciesOf(example, '510000').length === 0)).toEqual([]);
  });
});

describe('documents', () => {
  const documentsIn = (text: string) => findDocuments('', text).length;
  it('knows every type', () => {
    expect(missed(POLICY_TYPES, ({ example }) => documentsIn(`根据《${example}》办理。`) === 1)).toEqual([]);
    expect(missed(OTHER_TYPES, ({ example }) => documentsIn(`填写《${example}》后提交。`) === 0)).toEqual([]);
  });
  it('knows what stands around the marks', () => {
    expect(missed(DOCUMENT_CONTEXT, ({ example }) => documentsIn(example) === 1)).toEqual([]);
    expect(missed(WORK_CONTEXT, ({ example }) => documentsIn(example) === 0)).toEqual([]);
  });
});

describe('figures', () => {
  const first = (text: string) => findFigures(text)[0];
  it('reads every unit', () => {
    expect(missed(UNITS, ({ form, example }) => first(example)?.unit === form && first(example)?.value === 25)).toEqual(
      [],
    );
    expect(missed(PER_UNITS, (form) => first(`补贴30元/${form}，`)?.unit === `元/${form}`)).toEqual([]);
  });
  it('leaves durations out', () => {
    expect(missed(DURATION_NOUNS, ({ example }) => first(example) === undefined)).toEqual([]);
  });
  it('reads no figure before a verb with an object as reached', () => {
    expect(missed(WITH_OBJECT, ({ example }) => findFigures(example)[0]?.kind === 'other')).toEqual([]);
  });
  it('reads every promise', () => {
    expect(missed(PROMISES, ({ example }) => findFigures(example)[0]?.kind === 'target')).toEqual([]);
  });
  it('reads every bound, goal and kind', () => {
    expect(missed(BOUNDS, ({ example, bound }) => first(example)?.bound === bound)).toEqual([]);
    expect(missed(DENIALS, ({ example }) => first(example)?.bound === 'atMost')).toEqual([]);
    expect(missed(GOAL_VERBS, ({ example }) => first(example)?.bound === 'atLeast')).toEqual([]);
    expect(missed(KIND_WORDS, ({ example, kind }) => first(example)?.kind === kind)).toEqual([]);
    expect(missed(REMAINDERS, ({ example }) => first(example)?.bound === 'above')).toEqual([]);
  });
  it('reads every head of a cell below a unit for all', () => {
    const unit = (head: string) => {
      const cells = [head, '25'].map((text, row) => ({
        cell: { table: 0, row, column: 0, header: false },
        text,
        start: row * (head.length + 1),
        caption: '单位：万元、%',
      }));
      return withTables([], cells)[0]?.unit ?? null;
    };
    expect(unit('样品资金')).toBe('元');
    expect(missed(RATE_HEADS, ({ example }) => unit(example) === '%')).toEqual([]);
    expect(missed([...COUNTED_HEADS, ...PLAIN_HEADS], ({ example }) => unit(example) === null)).toEqual([]);
  });
  it('reads every horizon', () => {
    expect(missed(HORIZON_WORDS, ({ example: [text, year] }) => first(text)?.year === year)).toEqual([]);
  });
  it('reads every numeral', () => {
    expect(missed([...HAN_DIGITS, ...HAN_POWERS], ({ example: [text, value] }) => hanNumber(text) === value)).toEqual(
      [],
    );
    const split = (text: string) => /^([\d.]+)(.+)$/u.exec(text) ?? [];
    expect(
      missed(MULTIPLIERS, ({ example: [text, value] }) => {
        const [, digits = '', multiplier = ''] = split(text);
        return arabicNumber(digits, multiplier) === value && first(`共${text}元。`)?.value === value;
      }),
    ).toEqual([]);
  });
});

it('resolves every relative day', () => {
  const day = (days: number) => `2025-12-${String(10 + days).padStart(2, '0')}`;
  expect(
    missed(
      RELATIVE_DAYS,
      ({ example, days }) => findDates(example, { publishedOn: '2025-12-10' })[0]?.value === day(days),
    ),
  ).toEqual([]);
});

it('suggests every theme and instrument by its example and by each of its words', () => {
  const codes = (text: string) => suggest(text).map(({ code }) => code);
  const all = [...THEMES, ...INSTRUMENTS];
  expect(missed(all, ({ code, example }) => codes(example).includes(code))).toEqual([]);
  const words = all.flatMap(({ code, words }) => words.map((word) => ({ code, word })));
  expect(missed(words, ({ code, word }) => codes(`${word}。`).includes(code))).toEqual([]);
});
