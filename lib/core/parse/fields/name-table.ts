/**
 * Finds which of many names begins at a place of a text. Looks by number rule out almost every place without cutting
 * the text; texts are walked with these tables character by character.
 */

/** What a table holds: a name, and what else is known of whom it names. */
export interface Named {
  form: string;
}

const BITS = 15;
const MASK = (1 << BITS) - 1;
/** One small number for two characters. Few pairs share one, so what it finds is compared with the text. */
const keyOf = (first: number, second: number): number => ((first & MASK) << BITS) | (second & MASK);
const keyOfForm = (form: string): number => keyOf(form.charCodeAt(0), form.length > 1 ? form.charCodeAt(1) : 0);

/** Names by their first two characters, longest first; those of one character by that alone. */
function byBeginning<T extends Named>(names: readonly T[]): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const name of names) {
    const key = keyOfForm(name.form);
    const list = lists.get(key);
    if (list) list.push(name);
    else lists.set(key, [name]);
  }
  for (const list of lists.values()) if (list.length > 1) list.sort((a, b) => b.form.length - a.form.length);
  return lists;
}

/** Set up with the first look: whoever only loads the program does not pay for it. */
export class NameTable<T extends Named> {
  readonly #names: () => readonly T[];
  #lists: Map<number, T[]> | undefined;

  constructor(names: () => readonly T[]) {
    this.#names = names;
  }

  /** Names by what they begin with. */
  lists(): ReadonlyMap<number, readonly T[]> {
    this.#lists ??= byBeginning(this.#names());
    return this.#lists;
  }

  /** Names that may begin at `at`, longest first. */
  nearAt(text: string, at: number): readonly T[] | undefined {
    const lists = this.lists();
    const first = text.charCodeAt(at);
    return lists.get(keyOf(first, text.charCodeAt(at + 1))) ?? lists.get(keyOf(first, 0));
  }

  /** Longest name of the table that begins at `at`. */
  at(text: string, at: number): T | undefined {
    return this.nearAt(text, at)?.find(({ form }) => text.startsWith(form, at));
  }
}

/** Walks a text along the places where a name of `tables` may begin: gives the first one at or behind a place. */
export function walkTo(...tables: readonly NameTable<Named>[]): (text: string, at: number) => number {
  const firsts = new Uint8Array(MASK + 1);
  const keys = new Set<number>();
  const prepare = () => {
    for (const table of tables) {
      for (const key of table.lists().keys()) {
        firsts[key >>> BITS] = 1;
        keys.add(key);
      }
    }
  };
  return (text, at) => {
    if (keys.size === 0) prepare();
    let place = at;
    for (; place < text.length; place += 1) {
      const first = text.charCodeAt(place);
      if (firsts[first & MASK] === 0) continue;
      if (keys.has(keyOf(first, text.charCodeAt(place + 1))) || keys.has(keyOf(first, 0))) break;
    }
    return place;
  };
}
