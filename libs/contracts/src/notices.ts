/** `GET /api/v1/outbox`: mail that would have been sent, where no mail server is configured. */
export interface OutboxMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  attachments: { name: string; type: string; size: number }[];
  createdAt: string;
  sentAt: string | null;
  attempts: number;
  lastError: string | null;
}
