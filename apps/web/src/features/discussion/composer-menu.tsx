import { SlidersHorizontal } from 'lucide-react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { setPreference } from '../../app/preferences/preference-store.js';
import { usePreferences } from '../../app/preferences/use-preferences.js';
import { Button } from '../../ui/button.js';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../../ui/menu.js';
import { messages } from './messages.js';

/** How one writes and what one hears. */
export function ComposerMenu() {
  const t = useMessages(messages);
  const { sendWithEnter, announcer } = usePreferences();
  return (
    <Menu
      placement="top end"
      trigger={
        <Button variant="icon" aria-label={t('writingOptions')}>
          <SlidersHorizontal size={18} aria-hidden />
        </Button>
      }
    >
      <MenuChoices
        label={t('sendBy')}
        selected={sendWithEnter ? 'enter' : 'ctrlEnter'}
        onSelect={(chosen) => setPreference('sendWithEnter', chosen === 'enter')}
      >
        <MenuItem id="enter" hint={t('sendByEnterHint')}>
          Enter
        </MenuItem>
        <MenuItem id="ctrlEnter" hint={t('sendByCtrlEnterHint')}>
          Ctrl + Enter
        </MenuItem>
      </MenuChoices>
      <MenuSeparator />
      <MenuChoices
        label={t('announcing')}
        selected={announcer ? 'on' : 'off'}
        onSelect={(chosen) => setPreference('announcer', chosen === 'on')}
      >
        <MenuItem id="on">{t('announcingOn')}</MenuItem>
        <MenuItem id="off">{t('announcingOff')}</MenuItem>
      </MenuChoices>
    </Menu>
  );
}
