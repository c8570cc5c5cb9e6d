import boundaries from 'eslint-plugin-boundaries';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may be imported by whom; docs/map.md draws the same. A layer never imports its equals. */
const layers = [
  { type: 'contracts', folders: ['libs/contracts'], imports: [] },
  { type: 'client', folders: ['libs/client'], imports: ['contracts'] },
  { type: 'platform', folders: ['libs/platform'], imports: ['contracts'] },
  { type: 'ground', folders: ['libs/persistence', 'libs/realtime'], imports: ['contracts', 'platform'] },
  { type: 'spine', folders: ['libs/record', 'libs/identity'], imports: ['contracts', 'platform', 'ground'] },
  { type: 'meetings', folders: ['libs/meetings'], imports: ['contracts', 'platform', 'ground', 'spine'] },
  {
    type: 'feature',
    folders: ['libs/floor', 'libs/discussion', 'libs/proposals', 'libs/documents'],
    imports: ['contracts', 'platform', 'ground', 'spine', 'meetings'],
  },
  {
    type: 'outcome',
    folders: ['libs/amendments', 'libs/transcript', 'libs/publications', 'libs/follow-up', 'libs/notices'],
    imports: ['contracts', 'platform', 'ground', 'spine', 'meetings', 'feature'],
  },
  {
    type: 'process',
    folders: ['apps/api', 'apps/cli', 'apps/worker'],
    imports: [
      'contracts',
      'client',
      'platform',
      'ground',
      'spine',
      'meetings',
      'feature',
      'outcome',
      'process',
    ],
  },
  { type: 'web', folders: ['apps/web'], imports: ['contracts', 'client'] },
];
const allTypes = [...layers.map((layer) => layer.type), 'test'];

const elements = [
  ...layers.flatMap(({ type, folders }) => folders.map((pattern) => ({ type, pattern }))),
  { type: 'test', pattern: 'test' },
];

const policies = [
  ...layers.map(({ type, imports }) => ({
    from: { element: { type } },
    allow: { to: { element: { types: { anyOf: imports } } } },
  })),
  { from: { element: { type: 'test' } }, allow: { to: { element: { types: { anyOf: allTypes } } } } },
];

const typescript = ['{apps,libs,test}/**/*.{ts,tsx}'];
const tests = ['test/**', '**/*.spec.{ts,tsx}', '**/*.medium.ts'];

/**
 * Rules that need types see what the server and the web app do when they run. Tests go without: their types are checked by
 * the compiler, and leaving them out halves the time.
 */
function typed(files, project) {
  return {
    files,
    ignores: tests,
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A method that fills an async port need not wait for anything itself.
      '@typescript-eslint/require-await': 'off',
      // It wants a type argument where raw SQL is asserted; both say the same.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'data/',
      'screenshots/',
      'coverage/',
      'apps/web/public/',
      '**/*.generated.ts',
    ],
  },
  {
    files: typescript,
    extends: [...tseslint.configs.recommended],
    plugins: { 'import-x': importX },
    rules: {
      'max-lines': ['error', 300],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: 'error',
      'no-warning-comments': 'error',
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  typed(['apps/{api,cli}/**/*.ts', 'libs/**/*.ts'], 'tsconfig.json'),
  typed(['apps/web/**/*.{ts,tsx}'], 'apps/web/tsconfig.json'),
  {
    files: typescript,
    ignores: tests,
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { [`${import.meta.dirname}/scripts/lint/resolver.cjs`]: {} },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
    },
  },
  // Handlers handed down as properties are plain functions there.
  { files: ['apps/web/**'], ignores: tests, rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['**/vite.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
