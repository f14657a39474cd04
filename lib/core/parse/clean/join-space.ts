/** Whether two halves of a text that was cut need a space between them: only where Latin words or numbers meet. */

const WORD_END = /[A-Za-z,.;:]$/u;
const WORD_START = /^[A-Za-z]/u;

export const needsSpace = (before: string, after: string): boolean => WORD_END.test(before) && WORD_START.test(after);
