export * from './documents.module.js';
export * from './documents.policy.js';
export * from './drafted-proposals.js';
