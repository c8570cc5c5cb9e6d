export const en = {
  outbox: 'Outbox',
  lead: 'No mail server is set up, so nothing is sent. This is what people would have received.',
  empty: 'Nothing would have been sent yet',
  emptyLead: 'Send an invitation, and its letter appears here.',
  to: 'To {address}',
  attachments: '{count, plural, one {# attachment} other {# attachments}}',
  failed: 'Not sent: {reason}',
  sent: 'Sent',
} as const;
