import type { Reaction } from '@roundtable/contracts';

/** One thing that happens in the sample meeting; `id` lets a later step refer to words. */
export type SampleStep =
  | { kind: 'open_meeting' | 'close_item' }
  | { kind: 'open_item'; item: number }
  | {
      kind: 'say' | 'write';
      by: string;
      id?: string;
      language: string;
      body: string;
      replyTo?: string;
      quote?: string;
    }
  | { kind: 'react'; by: string; to: string; reaction: Reaction }
  | { kind: 'edit'; by: string; to: string; body: string }
  | { kind: 'request_floor'; by: string; note: string }
  | {
      kind: 'capture';
      from: string;
      words: string;
      title: string;
      text: string;
      focusArea: string;
      responsible: string;
      timeline: string;
    };

export const SAMPLE_ITEMS = [
  { title: 'Opening and order of work', minutes: 10 },
  { title: 'Summer releases and winter power: the exchange for the coming season', minutes: 60 },
  { title: 'Shared gauges and daily data · Общие посты и ежедневные данные', minutes: 40 },
  { title: 'Корутундулар жана кийинки кадамдар · Conclusions and next steps', minutes: 30 },
];

/** What is said and written, in the three languages of the valley. */
export const SAMPLE_SCRIPT: readonly SampleStep[] = [
  { kind: 'open_meeting' },
  { kind: 'open_item', item: 0 },
  say(
    'chair',
    'ky',
    'Урматтуу кесиптештер, кош келиңиздер! Бүгүн биз төрт маселени карайбыз. Ар бир сөз жазылып турат, ошондуктан кыска жана так сүйлөйлү.',
  ),
  say(
    'moderator',
    'ru',
    'Регламент простой: до пяти минут на выступление, реплики — письменно. Кто участвует дистанционно, поднимает руку так же, как и в зале.',
  ),
  write(
    'secretary',
    'en',
    'Good morning. The programme and the flow tables of last season were sent to everybody on Friday. If you miss them, write to me here.',
  ),
  { kind: 'close_item' },
  { kind: 'open_item', item: 1 },
  say(
    'engineer',
    'ky',
    'Былтыр кышында кубаттуулукка суроо-талап болжолдон 8 пайызга жогору болду. Биз суу сактагычтан көбүрөөк суу коё берүүгө аргасыз болдук, жайында ошол суу жетишпей калды.',
    'demand',
  ),
  write(
    'farmers',
    'ru',
    'Подтверждаю: в июле в нижней части долины недополучили около двенадцати процентов воды. Для хлопка это был решающий месяц.',
    { id: 'shortage' },
  ),
  write(
    'modeller',
    'en',
    'Our model gives the same picture: **11.6 %** below plan between 5 and 28 July, almost all of it in two weeks. A shift of ten days in the spring filling would have covered it.',
    { id: 'model' },
  ),
  react('hydrologist', 'model', '👍'),
  write(
    'expert',
    'ky',
    'Он күнгө жылдыруу мүмкүн, бирок ал үчүн апрель айында кошумча электр кубаты керек: болжол менен күнүнө 3 миллион кВт·саат.',
    {
      id: 'april',
      replyTo: 'model',
      quote: 'A shift of ten days in the spring filling would have covered it.',
    },
  ),
  say(
    'canals',
    'ru',
    'Средняя долина готова поставить эту энергию в апреле, если график попусков на июль и август будет утверждён заранее, до первого марта, и не будет меняться без совместного решения.',
    'offer',
  ),
  react('expert', 'offer', '👏'),
  react('farmers', 'offer', '👏'),
  {
    kind: 'capture',
    from: 'offer',
    words: 'график попусков на июль и август будет утверждён заранее, до первого марта',
    title: 'График попусков до 1 марта',
    text: 'Стороны утверждают график попусков на июль и август не позднее 1 марта и меняют его только совместным решением. В апреле Средняя долина поставляет энергию взамен накопления воды.',
    focusArea: 'Exchange of water and energy',
    responsible: 'Service of the Main Canals; Kara-Daryn reservoir',
    timeline: 'By 1 March each year',
  },
  write(
    'hydrologist',
    'ru',
    'Тогда нужен и порядок на сухой год. Предлагаю порог: если приток за март ниже 85 % нормы, стороны собираются в течение пяти дней.',
    { id: 'dry' },
  ),
  write(
    'engineer',
    'ky',
    '85 пайыз — акылга сыярлык чек. Бирок беш күн эмес, үч күн болсун: апрелде ар бир күн баалуу.',
    { replyTo: 'dry', quote: 'в течение пяти дней' },
  ),
  write('hydrologist', 'ru', 'Согласна, три дня.', { replyTo: 'dry', quote: 'в течение пяти дней' }),
  {
    kind: 'edit',
    by: 'hydrologist',
    to: 'dry',
    body: 'Тогда нужен и порядок на сухой год. Предлагаю порог: если приток за март ниже 85 % нормы, стороны собираются в течение трёх дней.',
  },
  say(
    'modeller',
    'en',
    'In thirty years of records March stayed below eighty-five per cent six times. In five of the six the summer was short as well, so the threshold is a good early sign.',
    'threshold',
  ),
  react('chair', 'threshold', '🙏'),
  write(
    'observer',
    'en',
    'May I ask how the threshold would be announced? In our basin a public page with one number a day settled most rumours.',
    { id: 'public' },
  ),
  write('moderator', 'ru', 'Хороший вопрос к третьему пункту, вернёмся к нему там.', { replyTo: 'public' }),
  { kind: 'close_item' },
  { kind: 'open_item', item: 2 },
  say(
    'hydrologist',
    'ru',
    'Сейчас на границах участков стоят двадцать три поста, и лишь девять из них передают данные автоматически. Остальные — по телефону, раз в сутки.',
    'posts',
  ),
  write(
    'expert',
    'ky',
    'Биз тогуз посттун маалыматын ар бир саатта ачык бере алабыз. Формат жөнөкөй болсун: убакыт, деңгээл, чыгым.',
    { id: 'hourly' },
  ),
  react('observer', 'hourly', '🎉'),
  write(
    'canals',
    'ru',
    'Со своей стороны откроем ещё шесть постов на главных каналах, но не раньше июня: нужно заменить датчики.',
  ),
  say(
    'farmers',
    'ru',
    'Для водопользователей важна одна страница, где видно сегодняшний расход и план на неделю. Без пароля и на трёх языках.',
    'page',
  ),
  {
    kind: 'capture',
    from: 'page',
    words: 'одна страница, где видно сегодняшний расход и план на неделю',
    title: 'One public page of flows',
    text: 'A public page in three languages shows today’s flow at each shared gauge beside the plan for the week. Hourly data where gauges are automatic, daily elsewhere.',
    focusArea: 'Shared data',
    responsible: 'Institute of Shared Waters',
    timeline: 'First version by June',
  },
  write('modeller', 'en', 'We can host it. A table that fits a phone comes first; charts can wait.', {
    replyTo: 'page',
  }),
  react('farmers', 'page', '✅'),
  write(
    'interpreter',
    'ky',
    'Которуу боюнча эскертүү: «попуск» деген сөздү «суу коё берүү» деп бирдей колдонолу.',
    { id: 'term' },
  ),
  react('chair', 'term', '👍'),
  write(
    'rapporteur',
    'en',
    'Noted. Two proposals are drafted so far; please check title and wording in the list beside the record.',
  ),
  say('chair', 'ky', 'Рахмат. Датчиктерди алмаштыруунун баасы кандай болот? Кимде болжол бар?'),
  { kind: 'request_floor', by: 'engineer', note: 'Cost of replacing the sensors' },
  { kind: 'request_floor', by: 'farmers', note: 'Посты в нижней части долины' },
];

function say(by: string, language: string, body: string, id?: string): SampleStep {
  return { kind: 'say', by, language, body, ...(id !== undefined && { id }) };
}

function write(
  by: string,
  language: string,
  body: string,
  more: { id?: string; replyTo?: string; quote?: string } = {},
): SampleStep {
  return { kind: 'write', by, language, body, ...more };
}

function react(by: string, to: string, reaction: Reaction): SampleStep {
  return { kind: 'react', by, to, reaction };
}
