// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { photoLimit } from '@lilong/contracts/files';
import { asRefused } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { shrinkPhoto, uploadFile } from '@lilong/ui/upload.ts';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useT } from '../words.ts';
import { useHold } from './hold.ts';

interface PhotoPickerProps {
  readonly label: string;
  readonly value: readonly number[];
  readonly onChange: (photos: readonly number[]) => void;
  readonly size?: 'large';
}

/** Pictures sent from this page; a file on the server is not readable before it hangs on a case. */
const previews = new Map<number, string>();

interface Sending {
  /** How many are still on their way. */
  readonly sending: number;
  readonly fault: Problem | undefined;
  readonly add: (files: readonly File[]) => Promise<void>;
  readonly remove: (no: number) => void;
}

/** Photos come one by one, perhaps from two choices at once: each is added to what stands there then. */
function useSending({ value, onChange }: Pick<PhotoPickerProps, 'value' | 'onChange'>): Sending {
  const [sending, setSending] = useState(0);
  const [fault, setFault] = useState<Problem>();
  const hold = useHold();
  const latest = useRef({ value, onChange });
  useEffect(() => {
    latest.current = { value, onChange };
  });
  const set = (photos: readonly number[]) => {
    latest.current = { ...latest.current, value: photos };
    latest.current.onChange(photos);
  };

  async function add(files: readonly File[]): Promise<void> {
    setFault(undefined);
    const taken = files.slice(0, Math.max(0, photoLimit - latest.current.value.length - sending));
    setSending((now) => now + taken.length);
    hold(1);
    for (const file of taken) {
      try {
        const no = await sendOne(file);
        set([...latest.current.value, no]);
      } catch (error) {
        setFault(asRefused(error).problem);
      }
      setSending((left) => left - 1);
    }
    hold(-1);
  }
  const remove = (no: number) => set(latest.current.value.filter((other) => other !== no));
  return { sending, fault, add, remove };
}

/** Photos from camera or file, made small on the device and sent while one still writes. */
export function PhotoPicker({ label, value, onChange, size }: PhotoPickerProps): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const id = useId();
  const { sending, fault, add, remove } = useSending({ value, onChange });
  return (
    <div className={`photos${size === 'large' ? ' photos-large' : ''}`}>
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <div className="photos-row">
        {value.map((no, order) => (
          <Photo key={no} no={no} nth={order + 1} onRemove={() => remove(no)} />
        ))}
        {sending > 0 && (
          <span className="photos-sending" role="status">
            {t('photos.sending', { count: sending })}
          </span>
        )}
        {value.length < photoLimit && (
          <AddPhotos
            labelId={`${id}-label`}
            iconSize={size === 'large' ? 34 : 24}
            onAdd={(files) => void add(files)}
          />
        )}
      </div>
      {fault !== undefined && (
        <p className="field-fault" role="alert">
          {say(fault)}
        </p>
      )}
    </div>
  );
}

interface PhotoProps {
  readonly no: number;
  readonly nth: number;
  readonly onRemove: () => void;
}

function Photo({ no, nth, onRemove }: PhotoProps): ReactNode {
  const t = useT();
  return (
    <span className="photos-one">
      <img src={previews.get(no)} alt={t('photos.nth', { nth })} />
      <button type="button" onClick={onRemove} aria-label={t('photos.remove', { nth })}>
        <Icon name="close" size={16} />
      </button>
    </span>
  );
}

interface AddPhotosProps {
  readonly labelId: string;
  readonly iconSize: number;
  readonly onAdd: (files: readonly File[]) => void;
}

function AddPhotos({ labelId, iconSize, onAdd }: AddPhotosProps): ReactNode {
  const t = useT();
  return (
    <label className="photos-add">
      <Icon name="report" size={iconSize} />
      <span>{t('photos.add')}</span>
      <input
        type="file"
        accept="image/*"
        multiple
        aria-labelledby={labelId}
        onChange={({ target }) => {
          onAdd([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </label>
  );
}

async function sendOne(file: File): Promise<number> {
  const small = await shrinkPhoto(file);
  const no = await uploadFile('photo', small);
  previews.set(no, URL.createObjectURL(small));
  return no;
}
