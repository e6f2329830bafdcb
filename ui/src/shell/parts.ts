/// What the window does not begin with, as one file of scripts: see `later.svelte.ts`.
export { default as Dialogs } from './Dialogs.svelte';
export { default as OtherPages } from './OtherPages.svelte';
