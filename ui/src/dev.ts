/// The window in a browser, over a mock of the core: only for looking at it (`/src/dev.html?state=sample&theme=dark`).
/// index.html does not lead here, so nothing of this is in the app.
import { installMock, type MockState } from './lib/mock';

const wanted = new URLSearchParams(location.search);
installMock((wanted.get('state') ?? 'sample') as MockState, wanted.get('language') === 'es' ? 'es' : 'en');
document.documentElement.dataset['theme'] = wanted.get('theme') ?? '';
await import('./main');
