import { useMemo } from 'react';
import { useFormats } from '../app/i18n/i18n-provider.js';
import { useMessages } from '../app/i18n/use-messages.js';
import { ownZone, zoneOffsetMinutes } from '../app/i18n/wall-time.js';
import { ComboBox } from './combo-box.js';
import { messages } from './messages.js';

export interface ZoneFieldProps {
  /** «Time zone» otherwise. */
  label?: string;
  /** IANA name. */
  value: string | null;
  onChange: (zone: string | null) => void;
  /** The moment for which offsets are shown; now otherwise. */
  at?: Date;
  description?: string;
  error?: string | null;
  isDisabled?: boolean;
}

/** A time zone, by the name of a city or by its offset. */
export function ZoneField({ label, value, at, ...rest }: ZoneFieldProps) {
  const t = useMessages(messages);
  const { formatZone } = useFormats();
  const atMs = at?.getTime();
  const choices = useMemo(() => {
    const moment = atMs === undefined ? new Date() : new Date(atMs);
    const zones = new Set([
      'UTC',
      ownZone(),
      ...Intl.supportedValuesOf('timeZone'),
      ...(value ? [value] : []),
    ]);
    return [...zones]
      .map((zone) => ({ zone, offset: zoneOffsetMinutes(moment, zone) }))
      .sort((one, other) => one.offset - other.offset || one.zone.localeCompare(other.zone, 'en'))
      .map(({ zone }) => ({
        value: zone,
        label: formatZone(zone, moment),
      }));
  }, [atMs, formatZone, value]);
  return <ComboBox {...rest} label={label ?? t('timeZone')} choices={choices} value={value} />;
}
