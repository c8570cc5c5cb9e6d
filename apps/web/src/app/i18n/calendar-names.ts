import type { Locale } from './locales.js';

interface CalendarNames {
  /** The month on its own, as a heading or in a list of choices. */
  months: readonly string[];
  /** The month beside a day: «22 ноября», «22-ноябры». */
  monthsOfDay: readonly string[];
  monthsShort: readonly string[];
  /** Monday first. */
  weekdays: readonly string[];
  weekdaysShort: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

const english = words(
  'January February March April May June July August September October November December',
);

/** Names of months and weekdays, ours for every language so that no browser can answer in another one. */
export const calendarNames: Record<Locale, CalendarNames> = {
  en: {
    months: english,
    monthsOfDay: english,
    monthsShort: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdays: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    weekdaysShort: words('Mon Tue Wed Thu Fri Sat Sun'),
  },
  ru: {
    months: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    monthsOfDay: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
    monthsShort: words('янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.'),
    weekdays: words('понедельник вторник среда четверг пятница суббота воскресенье'),
    weekdaysShort: words('пн вт ср чт пт сб вс'),
  },
  ky: {
    months: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
    monthsOfDay: words('январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры'),
    monthsShort: words('янв. фев. мар. апр. май июн. июл. авг. сен. окт. ноя. дек.'),
    weekdays: words('дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби'),
    weekdaysShort: words('дш. шш. шр. бш. жм. иш. жш.'),
  },
};
