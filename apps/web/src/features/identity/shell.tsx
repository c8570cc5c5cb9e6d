import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { Avatar } from '../../ui/avatar.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.js';
import { messages } from './messages.js';
import { forgetWhoIAm, useMe } from './use-me.js';

/** Who one is, at the end of the top bar, and what belongs to that. */
export function ShellPart() {
  const t = useMessages(messages);
  const { me } = useMe();
  const navigate = useNavigate();
  if (!me) return null;
  const person = me.account ?? me.participant;
  if (!person) {
    return (
      <ShellSlot name="account">
        <ButtonLink to="/login" variant="quiet" size="small">
          {t('signIn')}
        </ButtonLink>
      </ShellSlot>
    );
  }
  const signOut = async () => {
    await api.post('/logout');
    await forgetWhoIAm();
    await navigate('/login');
  };
  return (
    <ShellSlot name="account">
      <Menu
        trigger={
          <Button variant="icon" aria-label={t('account', { name: person.name })}>
            <Avatar name={person.name} id={person.id} size="small" />
          </Button>
        }
      >
        <MenuItem hint={t(roleWord(me.account?.role, me.account !== null))} href="/">
          {t('meetings')}
        </MenuItem>
        <MenuItem href="/follow-up">{t('followUp')}</MenuItem>
        <MenuItem href="/logins">{t('logins')}</MenuItem>
        {me.account?.role === 'administrator' && <MenuItem href="/accounts">{t('accounts')}</MenuItem>}
        {me.account && <MenuItem href="/acts">{t('acts')}</MenuItem>}
        {me.outbox && <MenuItem href="/outbox">{t('outbox')}</MenuItem>}
        <MenuSeparator />
        <MenuItem onAction={() => void signOut()}>{t('signOut')}</MenuItem>
      </Menu>
    </ShellSlot>
  );
}

function roleWord(role: string | null | undefined, hasAccount: boolean) {
  if (!hasAccount) return 'asParticipant';
  if (role === 'administrator') return 'asAdministrator';
  return role === 'organiser' ? 'asOrganiser' : 'asMember';
}
