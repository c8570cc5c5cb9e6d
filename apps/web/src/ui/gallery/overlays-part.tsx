import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../button.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { Dialog } from '../dialog.js';
import { Disclosure } from '../disclosure.js';
import { Kbd } from '../kbd.js';
import layout from '../layout.module.css';
import { Menu, MenuItem, MenuSeparator } from '../menu.js';
import { Popover } from '../popover.js';
import { Tabs } from '../tabs.js';
import { TextField } from '../text-field.js';
import { Tooltip } from '../tooltip.js';
import { Part } from './part.js';

export function OverlaysPart() {
  const [captures, setCaptures] = useState(0);
  useShortcut({ code: 'KeyP', label: 'Capture a proposal', group: 'In the room' }, () =>
    setCaptures(captures + 1),
  );
  const undoable = () =>
    showToast({
      text: 'The words are withdrawn.',
      action: { label: 'Undo', run: () => showToast({ text: 'Back.' }) },
    });
  return (
    <Part title="Overlays">
      <div className={layout.row}>
        <Dialog
          title="Edit the proposal"
          trigger={<Button>Dialog</Button>}
          footer={(close) => (
            <>
              <Button onPress={close}>Cancel</Button>
              <Button variant="primary" onPress={close}>
                Save
              </Button>
            </>
          )}
        >
          <TextField label="Title" defaultValue="A shared table of reservoir levels" />
        </Dialog>
        <ConfirmDialog
          title="Close the meeting?"
          confirmLabel="Close the meeting"
          cancelLabel="Cancel"
          isDangerous
          onConfirm={() => {}}
          trigger={<Button>Question</Button>}
        >
          Nothing can be added to the record afterwards.
        </ConfirmDialog>
        <Menu
          trigger={
            <Button variant="icon" aria-label="More">
              <Ellipsis size={18} aria-hidden />
            </Button>
          }
        >
          <MenuItem hint="With a quotation">Reply</MenuItem>
          <MenuItem href="/_ui">Copy a link</MenuItem>
          <MenuSeparator />
          <MenuItem isDangerous>Withdraw</MenuItem>
        </Menu>
        <Popover label="Reactions" trigger={<Button>Popover</Button>}>
          👍 👏 ❤️
        </Popover>
        <Tooltip text="Raise the hand to ask for the floor">
          <Button>Tooltip</Button>
        </Tooltip>
        <Button onPress={undoable}>Toast</Button>
        <Button onPress={() => showToast({ text: 'The server cannot be reached.', tone: 'error' })}>
          Error toast
        </Button>
        <span>
          <Kbd>P</Kbd> was pressed {captures} times
        </span>
      </div>
      <Tabs
        label="Sides of a meeting"
        items={[
          { id: 'record', label: 'Record', count: 1204, content: <p>What was said.</p> },
          { id: 'proposals', label: 'Proposals', count: 7, content: <p>What came of it.</p> },
          { id: 'people', label: 'People', content: <p>Who was there.</p> },
        ]}
      />
      <div>
        <Disclosure summary="What is kept in the record?">
          Everything that was said, with its time and speaker.
        </Disclosure>
        <Disclosure summary="Who can read it?">The members of the meeting.</Disclosure>
      </div>
    </Part>
  );
}
