/** What element names and class names tell a reader of the page. Data; the walk decides what to do with it. */

/** Never read: code, controls, pictures, fallbacks, pronunciation set above its characters. */
export const SKIPPED = /* @__PURE__ */ new Set(
  (
    'script style template noscript head title link meta base input select option textarea button datalist output ' +
    'progress meter svg math canvas video audio object embed applet map area img picture source track rp rt rtc dialog'
  ).split(' '),
);

/** Elements that do not break the line, unless their style says so. All others do. */
export const INLINE = /* @__PURE__ */ new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp ' +
    'small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Break the line whatever their style says: frames hold documents, and cells stay cells. */
export const ALWAYS_BLOCK = /* @__PURE__ */ new Set(['iframe', 'frame', 'table', 'tr', 'td', 'th']);

export const BOLD = /* @__PURE__ */ new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What holds several paragraphs together. */
export const CONTAINERS = /* @__PURE__ */ new Set(
  'article aside blockquote body center dd div dl fieldset footer form header iframe li main nav ol section table td th ul'.split(
    ' ',
  ),
);

export const FURNITURE_TAGS = /* @__PURE__ */ new Set(['nav', 'footer']);
export const FURNITURE_ROLES = /* @__PURE__ */ new Set(['navigation', 'contentinfo', 'search', 'menu', 'menubar']);

/** Whole words of class names and ids that only page furniture bears. */
export const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|copyright|share|bdsharebuttonbox|pagination|pager|sidebar|toolbar|topbar)(?:$|[\s_-])/iu;

/** Footnotes as Word, publishing tools and the accessibility vocabulary name them. */
export const NOTE_CLASS =
  /(?:^|\s)(?:(?:foot|end)notes?(?:[_-]?(?:list|area|content|item))?|Mso(?:Foot|End)noteText|_?(?:ftn|edn)\d{1,4})(?:$|\s)/iu;
export const NOTE_ROLES = /* @__PURE__ */ new Set(['doc-footnote', 'doc-endnotes', 'doc-endnote']);

/** Faces that Chinese official documents set headings in, where the body is set in 仿宋 or 宋体. */
export const HEADING_FACE =
  /^\s*["']?(?:黑体|楷体|方正小标宋|方正黑体|方正楷体|华文楷体|华文黑体|SimHei|SimKai|KaiTi|STKaiti|STHeiti|Heiti|WenQuanYi Zen Hei)/iu;

/** Spaces that indent, with their width in ems. Ordinary spaces, tabs and line ends collapse to nothing. */
export const SPACE_WIDTH = /* @__PURE__ */ new Map([
  ['\u00A0', 0.5],
  ['\u2000', 0.5],
  ['\u2001', 1],
  ['\u2002', 0.5],
  ['\u2003', 1],
  ['\u3000', 1],
]);
