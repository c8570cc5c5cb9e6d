export * from './mail-sweep.js';
export * from './notices.module.js';
export * from './outbox-mail.entity.js';
