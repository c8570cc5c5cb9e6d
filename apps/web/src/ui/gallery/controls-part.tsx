import { Hand, Send } from 'lucide-react';
import { useState } from 'react';
import { ownZone } from '../../app/i18n/wall-time.js';
import { Button, ButtonLink } from '../button.js';
import { Checkbox } from '../checkbox.js';
import { ComboBox } from '../combo-box.js';
import { CopyField } from '../copy-field.js';
import { DateTimeField } from '../date-time-field.js';
import { FileDrop } from '../file-drop.js';
import { Form } from '../form.js';
import layout from '../layout.module.css';
import { RadioGroup } from '../radio-group.js';
import { SearchField } from '../search-field.js';
import { Select } from '../select.js';
import { Switch } from '../switch.js';
import { TextArea } from '../text-area.js';
import { TextField } from '../text-field.js';
import { ToggleButton } from '../toggle-button.js';
import { ZoneField } from '../zone-field.js';
import { Part } from './part.js';
import { people } from './sample.js';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
  { value: 'ky', label: 'Кыргызча', hint: 'Original' },
];

export function ControlsPart() {
  return (
    <>
      <Part title="Buttons">
        <div className={layout.row}>
          <Button variant="primary">
            <Send size={16} aria-hidden /> Send
          </Button>
          <Button>Secondary</Button>
          <Button variant="quiet">Quiet</Button>
          <Button variant="danger">Withdraw</Button>
          <Button variant="icon" aria-label="Raise the hand">
            <Hand size={18} aria-hidden />
          </Button>
          <Button isDisabled>Disabled</Button>
          <Button isPending>Pending</Button>
          <Button size="small">Small</Button>
          <ButtonLink to="/_ui">A link</ButtonLink>
          <ToggleButton defaultSelected size="small">
            👍 3
          </ToggleButton>
          <ToggleButton size="small">👏 1</ToggleButton>
        </div>
      </Part>
      <Part title="Fields">
        <FieldsSample />
      </Part>
    </>
  );
}

function FieldsSample() {
  const [title, setTitle] = useState('Water and energy');
  const [words, setWords] = useState('Ө Ү Ң ө ү ң — words that grow\nas one writes');
  const [language, setLanguage] = useState<string | null>('ky');
  const [person, setPerson] = useState<string | null>('p2');
  const [mode, setMode] = useState('site');
  const [begins, setBegins] = useState<string | null>('2026-11-22T14:00');
  const [zone, setZone] = useState<string | null>(ownZone());
  const [files, setFiles] = useState<File[]>([]);
  return (
    <Form label="Sample" onSubmit={() => {}}>
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        description="As it stands in the invitation."
      />
      <TextField label="E-mail" isOptional type="email" placeholder="name@example.org" />
      <TextField label="Venue" value="" error="Say where the meeting is held." />
      <TextArea label="Statement" isRecord value={words} onChange={setWords} limit={60} />
      <SearchField label="Search the record" defaultValue="reservoir" />
      <Select label="Language" choices={languages} value={language} onChange={setLanguage} />
      <ComboBox
        label="Speaker"
        choices={people.map(({ id, name, delegation }) => ({ value: id, label: name, hint: delegation }))}
        value={person}
        onChange={setPerson}
      />
      <DateTimeField label="Begins" value={begins} onChange={setBegins} />
      <DateTimeField label="Ends" value={null} onChange={() => {}} error="Say when it ends." />
      <ZoneField value={zone} onChange={setZone} />
      <RadioGroup
        label="Takes part"
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'site', label: 'On site', hint: 'In the hall in Karakol' },
          { value: 'remote', label: 'Remote' },
          { value: 'none', label: 'Not at all', isDisabled: true },
        ]}
      />
      <Checkbox defaultSelected hint="It can be read by all members.">
        I agree that a record is kept
      </Checkbox>
      <Checkbox isIndeterminate>All of them</Checkbox>
      <Switch defaultSelected>Single-key shortcuts</Switch>
      <Switch>Read new entries aloud</Switch>
      <CopyField label="Personal link" value="https://roundtable.example/join/5f0e0c3a9b1d4e7f8a6c" />
      <FileDrop
        label="A list of participants"
        description="CSV, at most 2 MB"
        accept={['.csv']}
        maxBytes={2 * 1024 * 1024}
        files={files}
        onChange={setFiles}
      />
      <div className={layout.rowEnd}>
        <Button>Cancel</Button>
        <Button variant="primary" type="submit">
          Save
        </Button>
      </div>
    </Form>
  );
}
