import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house (DESIGN, The house), lowest first. A room may import itself and what lies below it;
 * an import that goes up fails the lint.
 */
const floors = [
  ['base'],
  ['measures'],
  ['effects'],
  ['engine'],
  ['places'],
  ['facts'],
  ['records'],
  ['demo'],
  ['observatory'],
  ['claims', 'resources', 'trino'],
  ['analyses'],
  ['tabular'],
  ['figures'],
  ['report'],
  ['http', 'web'],
  ['cli'],
];

const zones = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    target: `./src/${room}`,
    from: floors.flatMap((others, other) =>
      other > floor || (other === floor && rooms.length > 1)
        ? others.filter((name) => name !== room).map((name) => `./src/${name}`)
        : [],
    ),
    message: `src/${room} may only import what lies below it in the house (DESIGN, The house).`,
  })),
);

/** Everything of the cluster: what lies below knows interfaces, and surfaces but the command line hand on what it gives them. */
const ofTheCluster = floors
  .flat()
  .filter((room) => room !== 'trino' && room !== 'cli')
  .map((room) => ({
    target: `./src/${room}`,
    from: './src/trino',
    message: 'Only the command line may import src/trino.',
  }));

export default tseslint.config(
  {
    // These are AssemblyScript: its own compiler checks them.
    ignores: [
      'dist',
      'node_modules',
      'coverage',
      'docs/.vitepress/cache',
      'docs/.vitepress/dist',
      'src/records/wasm',
      'src/measures/wasm',
    ],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts', 'vite.config.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'import-x/no-restricted-paths': [
        'error',
        { zones: [...zones.filter((zone) => zone.from.length > 0), ...ofTheCluster] },
      ],
      'import-x/no-cycle': 'error',
    },
  },
  {
    // measures and effects are a library of their own: no I/O, no SQL, no packages of ours above them.
    files: ['src/measures/**/*.ts', 'src/effects/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*', '@duckdb/*', 'zod'] }],
      'no-restricted-globals': ['error', 'Date', 'process'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.object.name='Math'] > SpreadElement, CallExpression[callee.property.name=/^(push|unshift|fromCharCode|apply)$/] > SpreadElement",
          message: 'A large array spread into arguments runs out of stack: use greatest, least or a loop.',
        },
      ],
    },
  },
  {
    // A call takes as many arguments as the stack has room for: some hundred thousand, which rows of an answer may exceed.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/measures/**', 'src/effects/**', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.object.name='Math'][callee.property.name=/^(max|min)$/] > SpreadElement",
          message: 'Use greatest or least of measures/extremes.ts: a spread fails on large arrays.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(push|unshift)$/] > SpreadElement',
          message: 'Use append of measures/extremes.ts: a spread fails on large arrays.',
        },
        {
          selector:
            "CallExpression[callee.object.name='String'][callee.property.name=/^from/] > SpreadElement",
          message: 'Join pieces instead: a spread fails on large arrays.',
        },
      ],
    },
  },
  {
    // What the server answers is what its declaration says: whoever asks names the type.
    files: ['src/web/api-client/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
  {
    // Only what is drawn has a page: figures are handed a document, and nothing below them knows of one.
    files: ['src/**/*.ts'],
    ignores: ['src/web/**'],
    rules: {
      'no-restricted-globals': ['error', 'document', 'window', 'localStorage', 'location', 'navigator'],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortSignal: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error' },
  },
  {
    // Parts of these run in the page.
    files: ['bench/web/*.mjs'],
    languageOptions: {
      globals: {
        document: 'readonly',
        requestAnimationFrame: 'readonly',
        cancelAnimationFrame: 'readonly',
        MutationObserver: 'readonly',
        PerformanceObserver: 'readonly',
      },
    },
  },
);
