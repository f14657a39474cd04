// What was asked for and what was acknowledged, and how what is found differs from it. Knows hashes only.

/** As the library keeps it. */
const MOST_VERSIONS = 50;

export class Model {
  /** Clips as they were last acknowledged, by id. */
  known = new Map();
  /** Named comparisons. */
  comparisons = new Map();
  /** Asked for and not answered: what may have happened. */
  asked = [];
  /** Acknowledgements heard. */
  heard = 0;
  /** What the settings must be; null before there are any. */
  settings = null;

  /** @param {import('./page/told').Asked} wish */
  ask(wish) {
    this.asked.push(wish);
  }

  /** @param {import('./page/told').Acknowledged[]} changes */
  acknowledge(changes, comparisons = []) {
    this.heard += changes.length + comparisons.length;
    const answered = new Set([...changes, ...comparisons].map(({ id }) => id));
    this.asked = this.asked.filter(({ id, ids }) => !answered.has(id ?? ids[0]));
    for (const change of changes) {
      const versions = new Map([...(this.known.get(change.id)?.versions ?? []), ...change.versions]);
      this.known.set(change.id, { ...change, versions });
    }
    for (const comparison of comparisons) this.comparisons.set(comparison.id, comparison);
  }

  /** Clips that must be there, unless somebody asked for their end. */
  get size() {
    const doomed = this.#wished('purge');
    return [...this.known.values()].filter(({ id, purged }) => !purged && !doomed.has(id)).length;
  }

  #wished(what) {
    return new Set(this.asked.flatMap((wish) => (wish.what === what ? wish.id : [])));
  }

  /** Everything that is missing, older, different, torn or there without having been asked for. */
  losses(found) {
    const { clips, comparisons, total } = found;
    const there = new Map(clips.map((clip) => [clip.id, clip]));
    const losses = [...this.known.values()].flatMap((clip) => this.#lossOf(clip, there.get(clip.id)));
    for (const clip of clips) {
      const torn = tornIn(clip);
      if (torn) losses.push({ what: torn, clip });
    }
    if (total !== clips.length) losses.push({ what: `counts ${total} of ${clips.length}` });
    return [...losses, ...this.#comparisonLosses(comparisons), ...this.#torn(there, comparisons)];
  }

  #lossOf(clip, now) {
    if (clip.purged) return now ? [{ what: 'came back', clip, now }] : [];
    if (!now) return this.#wished('purge').has(clip.id) ? [] : [{ what: 'lost', clip }];
    const losses = [];
    if (now.revision < clip.revision) losses.push('older');
    if (now.revision > clip.revision && !this.#wished('change').has(clip.id)) losses.push('changed by nobody');
    if (now.text !== clip.text) losses.push('another text');
    const versions = new Map(now.versions);
    for (const [revision, hash] of clip.versions) {
      // Of what is older than the history is long, nothing is promised.
      if (revision <= now.revision - 1 - MOST_VERSIONS) continue;
      if (versions.get(revision) !== hash) losses.push(`another revision ${revision}`);
    }
    return losses.map((what) => ({ what, clip: plain(clip), now }));
  }

  #comparisonLosses(comparisons) {
    const there = new Map(comparisons.map((one) => [one.id, one]));
    const isFine = (known, now) => {
      if (known.dropped) return !now;
      if (!now) return this.#wished('purge').has(known.id);
      if (now.revision === known.revision) return now.hash === known.hash;
      return now.revision > known.revision && this.#wished('change').has(known.id);
    };
    return [...this.comparisons.values()]
      .filter((known) => !isFine(known, there.get(known.id)))
      .map((known) => ({ what: 'another comparison', known, now: there.get(known.id) }));
  }

  /** What was asked for together is there as a whole or not at all, and nothing else is there. */
  #torn(there, comparisons) {
    const compared = new Set(comparisons.map(({ id }) => id));
    const wishes = this.asked.filter(({ what }) => what === 'together');
    const losses = wishes.flatMap(({ ids, comparisons: named }) => {
      const all = [...ids.map((id) => there.has(id)), ...named.map((id) => compared.has(id))];
      const count = all.filter(Boolean).length;
      return count === 0 || count === all.length ? [] : [{ what: `${count} of ${all.length} that belong together` }];
    });
    const expected = new Set(wishes.flatMap(({ ids, comparisons: named }) => [...ids, ...named]));
    const others = [
      ...[...there.keys()].filter((id) => !this.known.has(id)),
      ...[...compared].filter((id) => !this.comparisons.has(id)),
    ].filter((id) => !expected.has(id));
    return [...losses, ...others.map((id) => ({ what: 'nobody asked for it', id }))];
  }

  /** Goes on from what is there: what was not acknowledged may have happened. */
  accept({ clips, comparisons }) {
    const gone = (all) => [...all.values()].filter(({ purged, dropped }) => purged || dropped);
    const byId = (list) => new Map(list.map((one) => [one.id, one]));
    this.known = byId([...gone(this.known), ...clips.map((clip) => ({ ...clip, versions: new Map(clip.versions) }))]);
    this.comparisons = byId([...gone(this.comparisons), ...comparisons]);
    this.asked = [];
  }

  /** One of its own with the same contents. */
  copy() {
    const other = new Model();
    other.known = new Map([...this.known].map(([id, clip]) => [id, { ...clip, versions: new Map(clip.versions) }]));
    other.comparisons = new Map(this.comparisons);
    other.settings = structuredClone(this.settings);
    return other;
  }
}

/** A gap in the history, or a picture that the clip names and that is not there. */
function tornIn({ revision, versions, hasPicture, pictured }) {
  const first = Math.max(1, revision - MOST_VERSIONS);
  const isWhole = versions.length === revision - first + 1 && versions.every(([at], i) => at === first + i);
  if (!isWhole) return 'a gap in the history';
  return hasPicture !== pictured ? 'without its picture' : null;
}

const plain = (clip) => ({ ...clip, versions: [...clip.versions] });
