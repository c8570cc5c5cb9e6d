import { Languages } from 'lucide-react';
import { Button } from '../../ui/button.js';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../../ui/menu.js';
import { useLocale } from '../i18n/i18n-provider.js';
import { isLocale, localeNames, locales } from '../i18n/locales.js';
import { useMessages } from '../i18n/use-messages.js';
import { messages } from '../messages.js';
import { setPreference } from '../preferences/preference-store.js';
import type { ThemePreference } from '../preferences/preferences.js';
import { usePreferences } from '../preferences/use-preferences.js';
import { openShortcutHelp } from '../shortcuts/shortcut-help.js';
import styles from './display-menu.module.css';

/** Language, appearance and the way to the keyboard help. */
export function DisplayMenu() {
  const t = useMessages(messages);
  const locale = useLocale();
  const { theme } = usePreferences();
  const themes: [ThemePreference, string][] = [
    ['system', t('themeSystem')],
    ['light', t('themeLight')],
    ['dark', t('themeDark')],
  ];
  return (
    <Menu
      trigger={
        <Button
          variant="icon"
          className={styles.trigger}
          aria-label={`${t('settings')}: ${localeNames[locale]}`}
        >
          <Languages size={18} aria-hidden />
          <span className={styles.code}>{locale}</span>
        </Button>
      }
    >
      <MenuChoices
        label={t('language')}
        selected={locale}
        onSelect={(chosen) => isLocale(chosen) && setPreference('locale', chosen)}
      >
        {locales.map((code) => (
          <MenuItem key={code} id={code} textValue={localeNames[code]}>
            <span lang={code}>{localeNames[code]}</span>
          </MenuItem>
        ))}
      </MenuChoices>
      <MenuSeparator />
      <MenuChoices
        label={t('theme')}
        selected={theme}
        onSelect={(chosen) => setPreference('theme', chosen as ThemePreference)}
      >
        {themes.map(([id, name]) => (
          <MenuItem key={id} id={id}>
            {name}
          </MenuItem>
        ))}
      </MenuChoices>
      <MenuSeparator />
      <MenuItem onAction={openShortcutHelp}>{t('help')}</MenuItem>
    </Menu>
  );
}
