import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startI18n } from './lib/i18n';
import { preferredLanguage } from './lib/language';
import './styles.css';

void startI18n(preferredLanguage(window.location.search)).then(() => {
  createRoot(document.getElementById('root')!).render(<App />);
});
