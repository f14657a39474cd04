/** The one function of Babel's parser that the structure tests use; the package brings no types. */
declare module '@babel/core' {
  export function parseSync(code: string, options: object): { program: { body: unknown } } | null;
}
