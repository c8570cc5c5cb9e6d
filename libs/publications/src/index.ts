export * from './publications.module.js';
export * from './publications.policy.js';
export * from './sets/set.entity.js';
export * from './sets/set-line.entity.js';
export * from './sets/sets.service.js';
