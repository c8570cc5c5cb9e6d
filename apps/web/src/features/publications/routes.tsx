import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/m/:meeting/set',
    lazy: { Component: async () => (await import('./set/set-screen.js')).SetScreen },
  },
];
