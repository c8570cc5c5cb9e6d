import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/m/:meeting/proposals',
    lazy: { Component: async () => (await import('./proposals-screen.js')).ProposalsScreen },
  },
  {
    path: '/m/:meeting/proposals/:number',
    lazy: { Component: async () => (await import('./proposal-screen.js')).ProposalScreen },
  },
];
