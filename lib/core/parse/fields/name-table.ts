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
  /** Names by their first two characters, longest first. */
  readonly #byBeginning = new Map<number, Name<T>[]>();

  constructor(names: Iterable<Name<T>>) {
    let firsts = 0;
    for (const name of names) {
      const first = name.form.charCodeAt(0);
      if (this.#firsts[first] === 0) this.#firsts[first] = ++firsts;
      const key = this.#keyAt(name.form, 0);
      const list = this.#byBeginning.get(key);
      if (list) list.push(name);
      else this.#byBeginning.set(key, [name]);
    }
    for (const list of this.#byBeginning.values())
      if (list.length > 1) list.sort((a, b) => b.form.length - a.form.length);
  }

  #keyAt(text: string, at: number): number {
    const first = this.#firsts[text.charCodeAt(at)] ?? 0;
    return first === 0 ? -1 : first * CHARACTERS + (text.charCodeAt(at + 1) || 0);
  }

  /** Names that share their first two characters with the text at `at`, longest first. */
  nearAt(text: string, at: number): readonly Name<T>[] | undefined {
    const key = this.#keyAt(text, at);
    return key < 0 ? undefined : this.#byBeginning.get(key);
  }

  /** Longest name of the table that begins at `at`. */
  at(text: string, at: number): Name<T> | undefined {
    return this.nearAt(text, at)?.find(({ form }) => text.startsWith(form, at));
  }
}
