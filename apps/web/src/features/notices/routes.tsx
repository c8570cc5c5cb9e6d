import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: '/outbox', lazy: { Component: async () => (await import('./outbox-screen.js')).OutboxScreen } },
];
