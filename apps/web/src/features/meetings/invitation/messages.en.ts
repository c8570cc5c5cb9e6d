export const en = {
  invitation: 'Invitation',
  invites: '{host} invites you to',
  asWhom: 'You enter as',
  notYou:
    'This link is meant for this person alone. If it is not you, close the page and tell the secretariat.',
  signedInAs:
    'This browser is signed in as {name}. If you enter here, it will be signed in as {person} instead.',
  attendance: 'How do you take part?',
  onSite: 'In the hall',
  remote: 'Remotely',
  consent: 'I agree that a record of the meeting is kept.',
  consentHint:
    'What you write and what is entered as said by you is kept with your name and the time, and the other participants can read it.',
  consentFirst: 'Agree that a record is kept, then you can enter.',
  enterLobby: 'Enter the waiting page',
  enterRoom: 'Enter the room',
  enterClosed: 'Enter',
  entered: 'This browser is already signed in as you.',
  lineTitle: 'Is my connection good enough?',
  lineTesting: 'Testing the connection…',
  lineAgain: 'Test again',
  lineGood: 'The connection is good: the server answers in {ms} ms, and the live line opens.',
  lineSlow:
    'It works, but slowly: the server answers in {ms} ms. What you write is kept and sent even so; a cable or another network helps.',
  lineBlocked:
    'Pages load, but the live line does not open. A company network or a proxy may be in the way: try another network or a phone, or ask your administrator to allow WebSocket connections to {host}.',
  lineNone: 'The server cannot be reached. Check whether other pages open, then test again.',
  calendar: 'Add to calendar',
  goneTitle: 'This link does not open anything',
  goneInvalid:
    'Part of it is missing, or it was never issued. Copy the whole link from the letter, without a line break, or have it sent again.',
  revokedTitle: 'This link was withdrawn',
  revokedWords:
    'The secretariat withdrew it, usually because there is a newer one. Look for a later letter, have your links sent again, or ask the secretariat.',
  expiredTitle: 'This link has expired',
  expiredWords:
    'Personal links end some time after a meeting is closed. If you still need the transcript, ask the secretariat for a new one.',
  busyTitle: 'Too many attempts',
  busyWords: 'Several links from this address did not work, so it has to wait a minute. Then try again.',
  failedTitle: 'The invitation cannot be shown right now',
  askAgain: 'Have my links sent again',
  lobby: 'Waiting page',
  lobbyTitle: 'Welcome, {name}',
  begins: 'The meeting begins {when}.',
  inDays:
    '{days, plural, one {in # day} other {in # days}}{hours, plural, =0 {} one { and # hour} other { and # hours}}',
  inHours:
    '{hours, plural, one {in # hour} other {in # hours}}{minutes, plural, =0 {} one { and # minute} other { and # minutes}}',
  inMinutes: '{minutes, plural, one {in # minute} other {in # minutes}}',
  inMoments: 'in less than a minute',
  overdue: 'It is time. The room opens as soon as the chair opens the meeting.',
  lobbyWords:
    'Leave this page open: you are let in by itself. You may also close it and open your link again later.',
  letIn: 'The meeting is open. You are being let in.',
  staffEarly: 'You belong to the staff of the meeting and can go in before it opens.',
  goIn: 'Go in now',
  aboutMeeting: 'Agenda and participants',
  lineLost: 'The server cannot be reached at the moment. This page keeps trying.',
  closed: 'Closed',
  thanksName: 'Thank you, {name}',
  closedWords:
    'The meeting was closed on {time}. What was said stays in the transcript; the proposals keep the words they came from.',
  transcript: 'Read the transcript',
  proposals: 'See the proposals',
} as const;
