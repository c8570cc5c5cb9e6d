export const sampleStart = '2026-11-22T08:00:00Z';
export const sampleZone = 'Asia/Bishkek';

const hostileName = `\u202eetutitsnI <b onclick=alert(1)>${'Тянь-Шанский институт водных проблем '.repeat(8)}`;

/** Invented people. The third has a name nobody should have to read. */
export const people = [
  {
    id: 'p1',
    name: 'Aizada Toktobekova',
    delegation: 'Naryn Basin Authority',
    role: 'Chair',
    place: 'On site',
  },
  {
    id: 'p2',
    name: 'Өмүрбек Үсөн уулу',
    delegation: 'Ысык-Көл суу башкармалыгы',
    role: 'Expert',
    place: 'Remote',
  },
  { id: 'p3', name: hostileName, delegation: hostileName, role: 'Observer', place: 'Remote' },
];

export const speech = `The reservoir stood at **11.4 cubic kilometres** on the first of the month. We propose that winter
releases be *announced ten days ahead*, and that the table be kept where all three administrations can read it.

> Who keeps the gauges between the two stations?

1. The upper station, by telemetry.
2. The lower one, by hand, [until the spring](https://example.org/gauges).

- [x] gauges checked
- [ ] <script>alert('never')</script>

# A heading of somebody's own

\`\`\`
level = 11.4 km³
\`\`\`

[hostile](javascript:alert(1)) ![a map](https://example.org/map.png)

שלום עולם, this paragraph begins from the right.`;

export const kyrgyzSpeech =
  'Суу деңгээли жөнүндө маалыматты күн сайын жарыялоону сунуштайбыз: өңүрдүн ар бир айылы үчүн бул өтө маанилүү. ' +
  'Ошондой эле, кышында суу коё берүү тууралуу **он күн мурун** кабарланышы керек.';
