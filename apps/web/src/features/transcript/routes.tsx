import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/m/:meeting/transcript',
    lazy: { Component: async () => (await import('./transcript-screen.js')).TranscriptScreen },
  },
  {
    path: '/imports',
    lazy: { Component: async () => (await import('./imports/imports-screen.js')).ImportsScreen },
  },
];

/** What goes on paper has no bar above it. */
export const bareRoutes: RouteObject[] = [
  {
    path: '/m/:meeting/transcript/print',
    lazy: { Component: async () => (await import('./print/print-screen.js')).PrintScreen },
  },
];
