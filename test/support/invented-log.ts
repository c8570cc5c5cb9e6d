import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seventeen lines of a meeting that never was; the last but one says nothing, which cannot be understood. */
export const INVENTED_LOG = `[2026-03-12T08:00:01.000Z]	<asel>	present+
[2026-03-12T08:00:02.000Z]	<timur>	present+
[2026-03-12T08:00:04.000Z]	<asel>	chair: asel
[2026-03-12T08:00:05.000Z]	<asel>	scribe+ asel
[2026-03-12T08:00:10.000Z]	<asel>	Topic: Winter releases
[2026-03-12T08:00:20.000Z]	<timur>	q+ to ask about the canal
[2026-03-12T08:00:22.000Z]	<asel>	ack timur
[2026-03-12T08:00:30.000Z]	<asel>	timur: The canal needs a gauge at the border.
[2026-03-12T08:00:35.000Z]	<asel>	... and somebody who reads it every day.
[2026-03-12T08:00:40.000Z]	<nodira>	the old gauge stood at the wrong weir
[2026-03-12T08:00:50.000Z]	<nodira>	s/wrong weir/upper weir/
[2026-03-12T08:01:00.000Z]	<asel>	PROPOSAL: Build a joint gauge at the border.
[2026-03-12T08:01:10.000Z]	<timur>	+1
[2026-03-12T08:01:12.000Z]	<nodira>	+1
[2026-03-12T08:01:20.000Z]	<asel>	RESOLVED: Build a joint gauge at the border.
[2026-03-12T08:01:25.000Z]	<timur>
[2026-03-12T08:01:30.000Z]	<nodira>	thank you all
`;

/** What its group published: three statements that were made, and one that nobody made. */
export const INVENTED_MINUTES = `<html><body>
<p class="phone"><cite>timur:</cite> The canal needs a gauge at the border.<br>
<span>… and somebody who reads it every day.</span></p>
<p class="irc"><cite>&lt;nodira&gt;</cite> the old gauge stood at the upper weir</p>
<p class="phone"><cite>timur:</cite> The pumps are silent in winter.</p>
<p class="resolution">RESOLUTION: Build a joint gauge at the border.</p>
</body></html>
`;

/** Writes the log into a folder named after its day, and gives its path. With other last words it is another log. */
export function writeInventedLog(
  folder: string,
  { withMinutes, lastWords = 'thank you all' }: { withMinutes: boolean; lastWords?: string },
): string {
  const day = join(folder, withMinutes ? 'published' : 'unpublished', '2026-03-12');
  mkdirSync(day, { recursive: true });
  const file = join(day, 'irc.log');
  writeFileSync(file, INVENTED_LOG.replace('thank you all', lastWords));
  if (withMinutes) writeFileSync(join(day, 'index.html'), INVENTED_MINUTES);
  return file;
}
