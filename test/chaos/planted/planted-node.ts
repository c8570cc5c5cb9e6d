import 'reflect-metadata';
import { built } from './built.js';
import { PLANTS } from './plants.js';

/*
 * The built server with one mistake in it: the entry of the product itself, after one provider of its modules was
 * replaced. Production code knows nothing of it.
 */
const name = process.env['ROUNDTABLE_PLANTED_BUG'] ?? '';
const plant = PLANTS[name];
if (!plant) throw new Error(`There is no planted bug called "${name}".`);
await plant();
await built('apps/api/src/main.js');
