/** A line somebody typed, as a log has it. */
export interface LogLine {
  nick: string;
  words: string;
}

/** Reads `<nick> words` from every line of a log that has it; nothing else of the log is looked at. */
export function readLogLines(log: string): LogLine[] {
  return [...log.matchAll(/^[^<\n]{0,60}<([^<>\n]+)>[ \t]*(\S.*)$/gm)].map(([, nick = '', words = '']) => ({
    nick: nick.trim(),
    words: words.trim(),
  }));
}

/** The resolutions of a log's own lines, in their order. */
export function readLoggedResolutions(log: string): string[] {
  return readLogLines(log).flatMap(({ words }) => {
    const [, resolution] = /^(?:RESOLVED|RESOLUTION)\s*:\s*(.+)$/i.exec(words) ?? [];
    return resolution === undefined ? [] : [resolution.trim()];
  });
}
