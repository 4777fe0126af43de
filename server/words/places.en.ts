// SPDX-License-Identifier: Apache-2.0
import type { PlacesKey } from './places.zh.ts';

export const placesEn: Readonly<Record<PlacesKey, string>> = {
  'import.at':
    '{form, select, feature {Feature} other {Line}} {at}{field, select, none {} other { ({field})}}: {why}',
  'import.done':
    '{file}: {read, number} read, {added, number} added, {changed, number} changed, {same, number} as they were, {faulty, number} left out.',
  'import.tried':
    '{file}: tried, nothing was changed. {read, number} read, {added, number} to add, {changed, number} to change, {same, number} as they are, {faulty, number} that cannot go in.',
  'import.more-faults':
    '{count, number} more cannot go in and are not listed. Mend those above and try again.',
  'import.no-datum':
    'Name what the coordinates are counted in with --datum ({known}): national survey data is cgcs2000, Amap and Tencent gcj02, Baidu bd09, GPS wgs84.',
  'import.other-datum':
    'The datum may be wrong: as {given}, {own}% of the points are where they should be; as {better}, {share}%. Check --datum and try again with --dry.',
  'import.no-day': '“{value}” is not a date. Write it like 2026-03-02.',
  'import.not-yet':
    'An outline holds from today ({day}) or earlier. One that holds later is imported on its day.',
  'import.older':
    'There is a newer one of “{what}” after that day. Check --valid-from, or take the newer file.',

  'import.no-header':
    'The first line has no column that is known. Use the titles from the documentation.',
  'import.broken-table':
    'A quotation mark in line {line} is never closed, so nothing after it can be read. Mend the line, then import the whole file.',
  'import.unreadable':
    'The file has letters that cannot be read. Save it from Excel as “CSV UTF-8” and try again.',
  'import.no-geojson':
    'This is not whole GeoJSON: a FeatureCollection is needed, or one Feature a line. Export it again.',
  'import.empty': 'Nothing was found in the file. Check its name and what is in it.',
  'import.no-wkt':
    'The shape is not written rightly. Use WKT, such as POLYGON ((121.47 31.23, …)).',
  'import.needed':
    'The field {field, select, code {code} name {name} place {place} number {number} category {category} lead {lead} source {source} other {{field}}} is empty. Fill it in.',
  'import.too-long': 'Too long: {most} signs at most. Shorten it.',
  'import.twice':
    '“{what}” is there already, at no. {first}; this one was left out. Keep one of them.',

  'import.no-shape': 'There is no shape, or it is empty. Add its coordinates.',
  'import.other-shape':
    'The shape is a {type}; {kind, select, area {an area (Polygon, MultiPolygon)} line {a line (LineString, MultiLineString)} other {a point (Point)}} is needed.',
  'import.not-degrees':
    'The coordinates ({value}) are not degrees. Convert them first, longitude before latitude; projected ones (metres) cannot be taken.',
  'import.ring':
    'A ring is not closed or has fewer than three corners ({corners} points). Its first and last point must be the same.',
  'import.invalid':
    'The outline of “{what}” cannot be: {reason}. Mend it where it was drawn, or add --repair to have it mended.',
  'import.repaired':
    'No. {at}: the outline of “{what}” was mended (it had: {reason}). Look at it on the map.',

  'import.code': '“{value}” is not a twelve-digit code.',
  'import.code-used':
    'Where code {code} would go stands another place (code {other}). When a code is given to another place, first give the old one its last day.',
  'import.level':
    'The level “{value}” does not fit the code, which makes it a {level, select, city {city} district {district} street {street} committee {committee} other {estate}}.',
  'import.no-parent':
    'The place above it, “{value}”, is neither in the list nor in the database. Add that first, or check the code.',
  'import.renamed': 'Renamed: “{before}” is now “{name}”.',
  'import.vanished':
    '{count, number} in use are not in the list: {names}. None of them was touched; to close one, list it with its last day (valid_to).',

  'import.grid-kind':
    'There is no kind of grid “{value}”. Write comprehensive, responsibility or unit.',
  'import.not-a-street':
    '“{value}” is no street. A grid names the street whose grid centre looks after it.',
  'import.not-a-committee': '“{value}” is no committee. A door belongs to a committee.',
  'import.no-district':
    'Nobody can tell the district of “{what}”. Name it in place, or import the districts’ outlines first.',
  'import.no-committee':
    'Nobody can tell the committee of “{what}”. Name it in place, or import the committees’ outlines first.',
  'import.no-door': '“{value}” has no door number. Use three columns: road, lane, number.',
  'import.status': 'The status “{value}” is not known. Write in_use or gone.',
  'import.hall-street': '“{value}” is no street or town. A centre stands in one.',
  'import.hall-kind': 'The kind “{value}” is not known. Write centre or sub_centre.',
  'import.hall-hours':
    'The hours “{value}” cannot be read. Write them as 8:30-11:30 13-16:30; nothing means closed.',
  'import.hall-list': '“{value}” is not known. Write one of: {listed}.',
  'import.hall-windows':
    'A centre has 1 to 99 windows, and each does something. Write how many, or what each does, with semicolons between.',
  'import.hall-open':
    '{name} is not in the file any more, but it is open, so it stays. Close it and import again.',
  'import.hall-datum': 'There are coordinates, so say with --datum what they are counted in.',
  'import.outside-city':
    'The point of “{what}” is outside the city. Check the coordinates, their order, and --datum.',
  'import.astray':
    '{count, number} {count, plural, one {door lies} other {doors lie}} more than 300 m from their committee; they went in, please check: {names}. When it is many, the datum is probably wrong.',

  'import.overlap': 'Overlap of {area, number} m²: {names} ({around}, about {at}).',
  'import.gap':
    'Gap of {area, number} m²: a part of {around} that nobody has, next to {names} (about {at}).',
  'import.beyond': '{area, number} m² beyond: {names} reach out of {around} (about {at}).',
  'import.more-seams':
    '{count, number} smaller {key, select, overlap {overlaps} gap {gaps} other {parts beyond}} are not listed.',
  'import.without-outline': '{around}: {count, number} still have no outline: {names}.',

  'import.unknown-category':
    'There is no category “{value}”. Write its key, or its full name in the catalogue.',
  'import.many-categories':
    'Several categories are called “{value}”. Write the key, such as event-01-10.',
  'import.unknown-organisation':
    'There is no organisation “{value}”. Import it with the staff first, or check its full name.',
  'import.many-organisations':
    'Several organisations are called “{value}”, and it is not clear which one. Give them full names first.',
  'import.past': 'The list is not written into the past. Write today ({day}) or a later day.',
  'import.assists-nobody':
    'Nobody leads yet, so nobody can assist. Remove those who assist, or name who leads.',
  'import.assists-itself':
    '“{value}” leads, so it cannot assist as well. Remove it from those who assist.',
  'import.too-many': 'At most {most} organisations may assist.',

  'duty.ruled': 'Ruling on {ref}: {reason}',
  'broken.duty.organisation': 'the organisation “{name}” is no more',
  'broken.duty.place': '“{name}” is no more',
};
