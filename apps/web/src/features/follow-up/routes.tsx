import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/m/:meeting/follow-up',
    lazy: { Component: async () => (await import('./follow-up-screen.js')).FollowUpScreen },
  },
  {
    path: '/follow-up',
    lazy: { Component: async () => (await import('./across/across-screen.js')).AcrossScreen },
  },
];
