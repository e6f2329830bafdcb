/// Time zones as people look for them: by a city, a state or a country, in either language. The table that the system brings names
/// one city a zone; the cities here are the capitals of the states and countries that letters are about, and the largest others.

import { fold } from './fold';

const more: Record<string, string> = {
  'America/New_York':
    'Eastern, Washington DC, Boston, Philadelphia, Baltimore, Atlanta, Miami, Tampa, Orlando, Tallahassee, Charlotte, Raleigh, Pittsburgh, Cleveland, Columbus, Cincinnati, Albany, Buffalo, Hartford, Providence, Richmond, Trenton, Newark, Augusta, Concord, Montpelier, Burlington, Dover, Annapolis, Charleston, Columbia, Harrisburg, Jacksonville, Savannah, Portland Maine',
  'America/Detroit': 'Eastern, Lansing, Grand Rapids, Ann Arbor, Flint, Michigan',
  'America/Indiana/Indianapolis': 'Eastern, Fort Wayne, South Bend, Indiana',
  'America/Kentucky/Louisville': 'Eastern, Frankfort, Lexington, Kentucky',
  'America/Chicago':
    'Central, Madison, Milwaukee, Green Bay, Racine, Minneapolis, Saint Paul, St. Louis, Kansas City, Houston, Dallas, Austin, San Antonio, Fort Worth, New Orleans, Baton Rouge, Nashville, Memphis, Birmingham, Montgomery, Jackson, Little Rock, Oklahoma City, Tulsa, Omaha, Lincoln, Des Moines, Springfield, Topeka, Wichita, Jefferson City, Pierre, Sioux Falls, Bismarck, Fargo, Wisconsin, Texas',
  'America/Denver':
    'Mountain, Salt Lake City, Albuquerque, Santa Fe, Cheyenne, Helena, Billings, El Paso, Colorado Springs, Rapid City, Montaña',
  'America/Boise': 'Mountain, Idaho',
  'America/Phoenix': 'Mountain, Arizona, Tucson, Mesa, Flagstaff',
  'America/Los_Angeles':
    'Pacific, San Francisco, Oakland, San Diego, Sacramento, San Jose, Fresno, Seattle, Olympia, Spokane, Portland Oregon, Salem, Eugene, Las Vegas, Reno, Carson City, California, Pacífico',
  'America/Anchorage': 'Alaska, Juneau, Fairbanks',
  'Pacific/Honolulu': 'Hawaii, Hilo, Hawái',
  'America/Puerto_Rico': 'Atlantic, San Juan, Ponce',
  'America/Mexico_City': 'Ciudad de México, CDMX, Guadalajara, Puebla, León, Querétaro, Oaxaca, México',
  'America/Tijuana': 'Ensenada, Mexicali, Baja California',
  'America/Monterrey': 'Saltillo, Nuevo León, Coahuila',
  'America/Guatemala': 'Ciudad de Guatemala, Quetzaltenango',
  'America/El_Salvador': 'San Salvador',
  'America/Tegucigalpa': 'Honduras, San Pedro Sula',
  'America/Managua': 'Nicaragua',
  'America/Costa_Rica': 'San José',
  'America/Panama': 'Panamá',
  'America/Havana': 'La Habana, Cuba',
  'America/Santo_Domingo': 'República Dominicana, Dominican Republic',
  'America/Port-au-Prince': 'Haiti, Haití',
  'America/Bogota': 'Bogotá, Medellín, Cali, Colombia',
  'America/Caracas': 'Venezuela, Maracaibo',
  'America/Guayaquil': 'Quito, Ecuador',
  'America/Lima': 'Perú, Peru, Cusco',
  'America/La_Paz': 'Bolivia, Sucre, Santa Cruz',
  'America/Santiago': 'Chile, Valparaíso',
  'America/Argentina/Buenos_Aires': 'Argentina, Rosario, La Plata',
  'America/Montevideo': 'Uruguay',
  'America/Asuncion': 'Asunción, Paraguay',
  'America/Sao_Paulo': 'São Paulo, Rio de Janeiro, Brasília, Brasil, Brazil',
  'America/Toronto': 'Ottawa, Montreal, Ontario, Quebec',
  'America/Vancouver': 'Victoria, British Columbia',
  'Europe/London': 'United Kingdom, Edinburgh, Manchester, Londres',
  'Europe/Madrid': 'Barcelona, Valencia, Sevilla, España, Spain',
  'Europe/Berlin': 'Germany, Hamburg, Munich, Alemania',
  'Europe/Brussels': 'Belgium, Bruselas, European Union',
  'Europe/Zurich': 'Geneva, Ginebra, Bern',
  'Asia/Kolkata': 'India, New Delhi, Mumbai',
};

export interface Zone {
  id: string;
  /// The city that names it, and what its time is called: "Chicago", "Central Time".
  name: string;
  detail: string;
}

/// What the time of a zone is called.
function called(zone: string, locale: string): string {
  if (zone === 'UTC') return '';
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/// A zone in words.
export function zoneText(zone: string, locale: string): string {
  return [cityOf(zone), called(zone, locale)].filter(Boolean).join(' · ');
}

/// The zones that a city, a state, a country or the name of a time finds, the likeliest first; `first` where nothing is asked for.
export function findZones(
  query: string,
  all: readonly string[],
  first: readonly string[],
  locale: string,
): Zone[] {
  const wanted = fold(query.trim());
  const known = all.includes('UTC') ? all : [...all, 'UTC'];
  if (!wanted) {
    const usual = [...first, 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
    return [...new Set(usual)].map((zone) => ({
      id: zone,
      name: cityOf(zone),
      detail: called(zone, locale),
    }));
  }
  const found = known.flatMap((zone) => {
    const cities = [cityOf(zone), ...(more[zone] ?? '').split(', ').filter(Boolean)];
    const hit = cities.find((city) => fold(city).startsWith(wanted));
    if (hit) return [{ id: zone, name: hit, rank: zone in more ? 0 : 1 }];
    const inside = cities.find((city) => fold(city).includes(wanted)) ?? null;
    if (inside || fold(zone.replaceAll('_', ' ')).includes(wanted)) {
      return [{ id: zone, name: inside ?? cityOf(zone), rank: 2 }];
    }
    return [];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map(({ id, name }) => ({ id, name, detail: called(id, locale) }));
}
