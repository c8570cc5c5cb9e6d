export * from './communique/communique.entity.js';
export * from './communique/communiques.service.js';
export * from './communique/silence.service.js';
export * from './publications.module.js';
export * from './publications.policy.js';
export * from './sets/set.entity.js';
export * from './sets/set-line.entity.js';
export * from './sets/sets.service.js';
