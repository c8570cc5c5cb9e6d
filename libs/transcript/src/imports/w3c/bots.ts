const BOTS = new Set([
  'zakim',
  'rrsagent',
  'trackbot',
  'agendabot',
  'gb',
  'ghurlbot',
  'nagbot',
  'chatzilla',
  'logger',
]);

/** Nicks whose lines are transcripts of other people's speech, `Name: words`. */
const TRANSCRIBERS = new Set(['transcriber', 'transcribe', 'captioner']);

/** Tells whether a nick is one of the known meeting robots; their lines are notices, not contributions. */
export function isBot(nick: string): boolean {
  const plain = nick.toLowerCase().replace(/[_\d]+$/, '');
  return (
    BOTS.has(plain) || /^voip(-|$)/.test(plain) || /(^|[-_])(bot|meetbot|logbot|minutesbot)$/.test(plain)
  );
}

/** Tells whether a nick is an automatic transcriber. */
export function isTranscriber(nick: string): boolean {
  return TRANSCRIBERS.has(nick.toLowerCase());
}

const SERVER_NOTICE = new RegExp(
  [
    String.raw`^(has )?(joined|left|quit|parted)(\s+(#\S+|the (chat ?room|channel)|IRC|\(.*\)|\[.*\])\.?.*)?$`,
    String.raw`^(is|are) now known as \S+$`,
    String.raw`^(has )?(set|sets|changed|changes) (the )?(topic|mode)\b.*$`,
    String.raw`^(was kicked|has been kicked|disconnected)\b.*$`,
  ].join('|'),
  'i',
);

/** Tells whether the words after a nick are what an IRC server says about it: joins, parts, modes, new nicks. */
export function isServerNotice(words: string): boolean {
  return SERVER_NOTICE.test(words.trim());
}

/** The new nick in `is now known as X`, if that is what the notice says. */
export function renamedTo(words: string): string | undefined {
  return /^(?:is|are) now known as (\S+)$/i.exec(words.trim())?.[1]?.replace(/\.$/, '');
}

const ADDRESSED =
  /^\/?(zakim|rrsagent|rssagent|trackbot|agendabot|ghurlbot|gb|voip(?:-\w+)?|transcriber)\b\s*[,:]\s*(.*)$/i;

/** The bot a line is addressed to and the command it gets, if it is addressed to one. */
export function botCommand(text: string): { bot: string; command: string } | undefined {
  const match = ADDRESSED.exec(text.trim());
  return match ? { bot: match[1].toLowerCase(), command: match[2].trim() } : undefined;
}
