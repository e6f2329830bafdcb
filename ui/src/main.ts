/// Starts the window's page.
import './app.css';

import { mount } from 'svelte';

import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

// Text that is laid out before its font is there is laid out twice, and first in fonts that the system has to look for, which takes
// longer than all the rest. index.html has the font read beside this script. Without it the window comes up all the same.
await document.fonts.load("1em 'Inter Variable'").catch(() => []);

export default mount(App, { target });
