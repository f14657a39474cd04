/**
 * Finds which of many names begins at a place of a text. Two look-ups by number rule out almost every place without
 * cutting the text; texts are walked with these tables character by character.
 */

export interface Name<T> {
  form: string;
  value: T;
}

const CHARACTERS = 0x1_0000;

export class NameTable<T> {
  /** Of each character: 0 where no name begins with it, else a small number of its own. */
  readonly #firsts = new Uint16Array(CHARACTERS);
  /** Names by their first two characters, longest first; those of one character by that number alone. */
  readonly #byBeginning = new Map<number, Name<T>[]>();

  constructor(names: Iterable<Name<T>>) {
    let firsts = 0;
    for (const name of names) {
      const code = name.form.charCodeAt(0);
      const first = this.#firsts[code] || ++firsts;
      this.#firsts[code] = first;
      const key = name.form.length > 1 ? first * CHARACTERS + name.form.charCodeAt(1) : first;
      const list = this.#byBeginning.get(key);
      if (list) list.push(name);
      else this.#byBeginning.set(key, [name]);
    }
    for (const [key, list] of this.#byBeginning) {
      list.sort((a, b) => b.form.length - a.form.length);
      const short = key < CHARACTERS ? undefined : this.#byBeginning.get(Math.floor(key / CHARACTERS));
      if (short) list.push(...short);
    }
  }

  /** First place from `at` on where a name may begin; the length of the text where there is none. */
  next(text: string, at: number): number {
    const firsts = this.#firsts;
    const byBeginning = this.#byBeginning;
    let place = at;
    for (; place < text.length; place += 1) {
      const first = firsts[text.charCodeAt(place)] ?? 0;
      if (first === 0) continue;
      if (byBeginning.has(first * CHARACTERS + text.charCodeAt(place + 1)) || byBeginning.has(first)) break;
    }
    return place;
  }

  /** Names that may begin at `at`, longest first: they share their first two characters with the text, or are one. */
  nearAt(text: string, at: number): readonly Name<T>[] | undefined {
    const first = this.#firsts[text.charCodeAt(at)] ?? 0;
    if (first === 0) return undefined;
    return this.#byBeginning.get(first * CHARACTERS + text.charCodeAt(at + 1)) ?? this.#byBeginning.get(first);
  }

  /** Longest name of the table that begins at `at`. */
  at(text: string, at: number): Name<T> | undefined {
    return this.nearAt(text, at)?.find(({ form }) => text.startsWith(form, at));
  }
}
