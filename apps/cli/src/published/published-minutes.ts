import { load, type CheerioAPI } from 'cheerio';

/** One statement as a group published it: whom the page names, and the words it prints for them. */
export interface PublishedStatement {
  speaker: string;
  words: string;
  /** `spoken` was said aloud, `continued` goes on from the named statement before it, `typed` came from the chat. */
  how: 'spoken' | 'continued' | 'typed';
}

/** What the published page says; read from its HTML alone, with nothing of the log parser. */
export interface PublishedMinutes {
  statements: PublishedStatement[];
  resolutions: string[];
  topics: string[];
}

/** Reads published minutes made by scribe.perl (`p.phone`, `p.irc`) or by scrawl (`div.comment`). */
export function readPublishedMinutes(html: string): PublishedMinutes {
  const $ = load(html);
  return $('div.comment, div.comment-continuation').length > 0 ? readScrawl($) : readScribePerl($);
}

/**
 * scrawl prints `<span class="name">Rita</span>:  words`, with two spaces when the words were scribed and one when
 * they were typed; a continuation has no name and goes on from what was scribed last; chat of people it does not
 * know is `<nick> words` in class information.
 */
function readScrawl($: CheerioAPI): PublishedMinutes {
  $('a[id^="link-"]').remove();
  const statements: PublishedStatement[] = [];
  let scribed: string | undefined;
  $('div.comment, div.comment-continuation, div.information').each((_, element) => {
    const block = $(element);
    const name = block.children('.name').first();
    if (name.length > 0) {
      const speaker = name.text().trim();
      name.remove();
      const rest = block.text().replace(/^:/, '');
      const isScribed = /^ {2}/.test(rest) || /\[scribe assist by [^\]]*\]\s*$/.test(rest);
      const words = rest.replace(/\[scribe assist by [^\]]*\]\s*$/, '').trim();
      scribed = isScribed ? speaker : scribed;
      statements.push({ speaker, words, how: isScribed ? 'spoken' : 'typed' });
    } else if (block.hasClass('comment-continuation')) {
      const words = block
        .text()
        .trim()
        .replace(/^(\.{3,}|…)\s*/, '');
      if (scribed !== undefined) {
        statements.push({ speaker: scribed, words, how: 'continued' });
      }
    } else {
      const typed = /^\s*<([^>]+)>\s*(.*)$/s.exec(block.text());
      const heard = typed && /^transcriber$/i.test(typed[1]) ? /^([^:]+):\s*(.*)$/s.exec(typed[2]) : null;
      if (heard) {
        statements.push({ speaker: heard[1].trim(), words: heard[2].trim(), how: 'spoken' });
      } else if (typed) {
        statements.push({ speaker: typed[1].trim(), words: typed[2].trim(), how: 'typed' });
      } else if (!/ is scribing\.\s*$/.test(block.text())) {
        scribed = undefined;
      }
    }
  });
  return {
    statements: statements.filter(({ words }) => words !== ''),
    resolutions: $('div.resolution')
      .map((_, el) => withoutLabel($(el).text()))
      .get(),
    topics: $('.topic')
      .map((_, el) => withoutLabel($(el).text()))
      .get(),
  };
}

/** scribe.perl prints `<p class="phone"><cite>Rita:</cite> words<br><span>… more</span></p>` and `<cite>&lt;nick&gt;</cite>`. */
function readScribePerl($: CheerioAPI): PublishedMinutes {
  $('wbr').remove();
  const statements: PublishedStatement[] = [];
  $('p.phone, p.irc').each((_, element) => {
    const block = $(element);
    const typed = block.hasClass('irc');
    const cite = block.children('cite').first();
    if (/^<(Zakim|RRSAgent|trackbot)>$/.test(cite.text().trim())) {
      return;
    }
    const speaker = cite
      .text()
      .trim()
      .replace(/^<(.*)>$/, '$1')
      .replace(/:$/, '');
    const spans = block
      .children('span')
      .map((__, span) => $(span).text().trim())
      .get();
    block.children('cite, span').remove();
    statements.push({ speaker, words: block.text().trim(), how: typed ? 'typed' : 'spoken' });
    for (const span of spans) {
      statements.push({ speaker, words: span.replace(/^(\.{3,}|…)\s*/, ''), how: 'continued' });
    }
  });
  return {
    statements: statements.filter(({ words }) => words !== ''),
    resolutions: $('p.resolution')
      .map((_, el) => withoutLabel($(el).text()))
      .get(),
    topics: $('section h3')
      .map((_, el) => $(el).text().trim())
      .get(),
  };
}

function withoutLabel(text: string): string {
  return text
    .trim()
    .replace(/^(resolution|resolved|topic)\s*\d*\s*:\s*/i, '')
    .replace(/\s*✪\s*$/, '')
    .trim();
}
