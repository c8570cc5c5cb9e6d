/** `GET /api/health`: 200 when ready, 503 otherwise. */
export interface HealthView {
  live: true;
  ready: boolean;
  version: string;
  parts: Record<string, { state: 'up' | 'down' | 'off'; detail?: string }>;
}
