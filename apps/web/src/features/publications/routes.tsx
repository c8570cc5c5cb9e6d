import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/m/:meeting/set',
    lazy: { Component: async () => (await import('./set/set-screen.js')).SetScreen },
  },
  {
    path: '/m/:meeting/communique',
    lazy: { Component: async () => (await import('./communique/communique-screen.js')).CommuniqueScreen },
  },
];
