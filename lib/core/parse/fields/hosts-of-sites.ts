/**
 * Province by what a site says of itself: host name (`kjt.sc.gov.cn`), SiteIDCode (`5100000012`, `bm…` for ministries).
 */
import { NATIONAL_AGENCIES } from '@/lib/core/lexicon/agencies-national';
import { placeNames } from '@/lib/core/lexicon/places';
import { CITY_HOSTS, NATIONAL, PROVINCES, provinceByCode } from '@/lib/core/lexicon/regions';

/** Province codes by the label before `.gov.cn`; null for a name that two provinces share, which says nothing. */
function readLabels(): Map<string, string | null> {
  const labels = new Map<string, string | null>();
  for (const { pinyin, code } of placeNames()) {
    if (!pinyin) continue;
    const known = labels.get(pinyin);
    labels.set(pinyin, known === undefined || known === code ? code : null);
  }
  for (const { host } of NATIONAL_AGENCIES) if (host) labels.set(host, NATIONAL);
  for (const { code, hosts } of PROVINCES) for (const host of hosts) labels.set(host, code);
  for (const [host, code] of Object.entries(CITY_HOSTS)) labels.set(host, code);
  return labels;
}
let labels: Map<string, string | null> | null = null;

const GOVERNMENT = /^(?:.*\.)?([a-z0-9-]+)\.gov\.cn$/u;

/** Province code of a government host; `100000` for national bodies and `www.gov.cn`; null where it does not tell. */
export function regionOfHost(host: string): string | null {
  const name = host.toLowerCase().replace(/:\d+$/u, '');
  if (name === 'www.gov.cn' || name === 'gov.cn' || name === 'sousuo.gov.cn' || name.endsWith('.www.gov.cn'))
    return NATIONAL;
  const label = GOVERNMENT.exec(name)?.[1];
  if (label === undefined) return null;
  labels ??= readLabels();
  // kjtsc, gzgov: a department's letters before a province's are too short to trust.
  return labels.get(label) ?? null;
}

/** Province code of a SiteIDCode: its first two digits by GB/T 2260, `bm` for ministries. */
export function regionOfSiteId(siteId: string): string | null {
  const id = siteId.trim().toLowerCase();
  if (/^bm\d/u.test(id)) return NATIONAL;
  const digits = /^(\d{2})\d{4,14}$/u.exec(id)?.[1];
  const code = digits === undefined ? '' : `${digits}0000`;
  return provinceByCode.has(code) ? code : null;
}
