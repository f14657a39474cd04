/** Which fonts are bold, by their names: what both PDF and OFD tell of them. */
const BOLD = /bold|heavy|black|semibold|demi(?!light)|simhei|heiti|黑体|小标宋|fzxbs|fzhtk|fzhtjw|stxihei|,b$/iu;

/** Subset prefixes (`ABCDEF+`) are no part of the name. */
export const isBoldName = (name: string): boolean => BOLD.test(name.replace(/^[A-Z]{6}\+/u, ''));
