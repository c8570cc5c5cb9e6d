import { useEffect, useState, useSyncExternalStore } from 'react';
import { Dialog } from '../../ui/dialog.js';
import { Kbd } from '../../ui/kbd.js';
import { Switch } from '../../ui/switch.js';
import text from '../../ui/text.module.css';
import { useMessages } from '../i18n/use-messages.js';
import { messages } from '../messages.js';
import { setPreference } from '../preferences/preference-store.js';
import { usePreferences } from '../preferences/use-preferences.js';
import { listShortcuts, subscribeToShortcuts } from './shortcut-registry.js';
import { keysOf, type Shortcut } from './shortcut.js';
import { useShortcut } from './use-shortcut.js';
import styles from './shortcut-help.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const openRequests = new EventTarget();

/** Opens the help from a menu; the `?` key does the same. */
export function openShortcutHelp(): void {
  openRequests.dispatchEvent(new Event('open'));
}

/** The dialog that `?` opens: everything the keyboard can do on this screen, and the switch that turns it off. */
export function ShortcutHelp() {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  const shortcuts = useSyncExternalStore(subscribeToShortcuts, listShortcuts);
  const preferences = usePreferences();
  useShortcut({ code: 'Slash', shift: true, label: t('shortcutsHelp'), group: t('everywhere') }, () =>
    setOpen(true),
  );

  useEffect(() => {
    const open = () => setOpen(true);
    openRequests.addEventListener('open', open);
    return () => openRequests.removeEventListener('open', open);
  }, []);

  return (
    <Dialog title={t('shortcutsTitle')} isOpen={isOpen} onOpenChange={setOpen}>
      <div className={styles.groups}>
        <div className={styles.switches}>
          <Switch isSelected={preferences.shortcuts} onChange={(on) => setPreference('shortcuts', on)}>
            {t('shortcutsEnabled')}
          </Switch>
          <Switch
            isSelected={preferences.sendWithEnter}
            onChange={(on) => setPreference('sendWithEnter', on)}
          >
            {t('sendWithEnter')}
          </Switch>
          <Switch isSelected={preferences.announcer} onChange={(on) => setPreference('announcer', on)}>
            {t('announcerEnabled')}
          </Switch>
        </div>
        {[...groupShortcuts(shortcuts, t('everywhere'))].map(([group, members]) => (
          <section key={group}>
            <h3 className={text.label}>{group}</h3>
            <dl className={styles.list}>
              {[...byLabel(members)].map(([label, ways]) => (
                <div key={label} className={styles.item}>
                  <dt>{label}</dt>
                  {ways.map((shortcut, index) => (
                    <dd key={index} className={styles.keys}>
                      {keysOf(shortcut, isMac).map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function groupShortcuts(shortcuts: readonly Shortcut[], otherwise: string): Map<string, Shortcut[]> {
  return gather(shortcuts, ({ group }) => group ?? otherwise);
}

/** What two keys do is said once. */
function byLabel(shortcuts: readonly Shortcut[]): Map<string, Shortcut[]> {
  return gather(shortcuts, ({ label }) => label);
}

function gather(
  shortcuts: readonly Shortcut[],
  nameOf: (shortcut: Shortcut) => string,
): Map<string, Shortcut[]> {
  const gathered = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const name = nameOf(shortcut);
    gathered.set(name, [...(gathered.get(name) ?? []), shortcut]);
  }
  return gathered;
}
