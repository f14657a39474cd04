/**
 * The field readers: pure functions over plain text that return values with offsets into that text. The parser maps
 * the offsets to spans of the document. Must not know blocks, items or documents.
 */
export { type AgencyContext, cityIn, expandAgency, findAgencies, regionOfAgency, splitAgencies } from './agencies';
export type { AgencyScope } from './agency-names';
export { type DateContext, findDate, findDates } from './dates';
export { findDocNumbers } from './doc-numbers';
export { type DocumentContext, findAliases, findDocuments } from './documents';
export { type FigureContext, findFigures } from './figures';
export { fold } from './fold';
export type { FieldHit, FoundFigure, Hit } from './hit';
export { regionOfHost, regionOfSiteId } from './hosts-of-sites';
export { findPlaces, type Place } from './places';
export { findRegions, type RegionContext } from './regions';
export { suggest } from './suggest';
export { MOST_CELLS, type PlacedCell, withTables } from './table-figures';
