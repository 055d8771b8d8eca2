// Places as people choose them: a country, or a state under its country's name.
import type { ConsentLaws, PlaceRule } from '../../../contract/consent-rules.ts';
import { placesOf } from '../../../contract/consent-rules.ts';
import type { Words } from '../i18n.ts';
import { locale } from '../ui/format.ts';

/** `Germany`, `United States: Texas`, `Australia: state not known`. */
export function placeName(laws: ConsentLaws, place: PlaceRule, t: Words<'consent'>): string {
  const country = new Intl.DisplayNames(locale(), { type: 'region' }).of(place.country) ?? place.country;
  const isState = place.code.includes('-') && !place.code.endsWith('-FED');
  if (isState) return t('rules.place', { country, place: place.name });
  const hasStates = placesOf(laws).some((one) => one.country === place.country && one.code !== place.code);
  return hasStates ? t('rules.stateUnknown', { country }) : country;
}

/** Every place there is a rule for, by name. */
export function placeOptions(laws: ConsentLaws, t: Words<'consent'>): { id: string; label: string }[] {
  return placesOf(laws)
    .map((place) => ({ id: place.code, label: placeName(laws, place, t) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale()));
}
