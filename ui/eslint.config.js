import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

export default ts.config(
  // Generated from the Rust types; rustfmt's and ts-rs's business.
  { ignores: ['dist/', 'src/bindings/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.config.js'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Only lib/host.ts talks to the host: what a page can ask for is read in one file.
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only lib/host.ts imports @tauri-apps.' }] },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // Names come from anywhere: nothing is ever put into the page as markup.
      'svelte/no-at-html-tags': 'error',
      // The policy forbids style attributes in markup; `style:` directives go through the CSSOM and are allowed.
      'no-restricted-syntax': [
        'error',
        { selector: "SvelteAttribute[key.name='style']", message: 'Use a class or a style: directive.' },
      ],
      'svelte/no-target-blank': 'error',
      'svelte/button-has-type': 'error',
      // A prop declared with let may be bound by its parent.
      'prefer-const': 'off',
      'svelte/prefer-const': [
        'error',
        { destructuring: 'all', excludedRunes: ['$props', '$derived', '$bindable'] },
      ],
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // The linter does not know the props of components and takes them for any; svelte-check knows and checks them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    // Maps and sets in state are replaced as wholes, never changed in place.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  { files: ['src/lib/host.ts', 'src/lib/api.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['*.config.js'], ...ts.configs.disableTypeChecked },
);
