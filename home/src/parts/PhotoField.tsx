// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { filePath, photoLimit } from '@lilong/contracts/files';
import { asRefused, isOffline, newKey } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { shrinkPhoto, uploadFile } from '@lilong/ui/upload.ts';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Photo } from '../outbox/store.ts';
import { useT } from '../words/use.ts';
import { FieldRefused } from './Refused.tsx';

type Change = (change: (photos: readonly Photo[]) => readonly Photo[]) => void;

interface PhotoFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly photos: readonly Photo[];
  readonly onChange: Change;
  readonly refusal?: Problem | undefined;
  /** A work order's photos travel with its token: its crew has no account. */
  readonly order?: string;
  /** Where a form has several: which one a refusal blames. */
  readonly name?: string;
  readonly hint?: ReactNode;
}

/** Photos from the camera or the album, made small at once and carried to the server while people go on writing. */
export function PhotoField({
  label,
  note,
  photos,
  onChange,
  refusal,
  order,
  name = 'photos',
  hint,
}: PhotoFieldProps): ReactNode {
  const t = useT();
  const id = useId();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(0);
  async function add(files: readonly File[]): Promise<void> {
    setProblem(undefined);
    setBusy((count) => count + files.length);
    for (const file of files) {
      try {
        const blob = await shrinkPhoto(file).finally(() => setBusy((count) => count - 1));
        await carryOne(blob, onChange, order);
      } catch (error) {
        setProblem(asRefused(error).problem);
      }
    }
  }
  const left = photoLimit - photos.length - busy;
  return (
    <fieldset className="field photos" data-field={name}>
      <legend>
        {label}
        {note !== undefined && <small>{note}</small>}
      </legend>
      {hint}
      <div className="photo-grid">
        {photos.map((photo, index) => (
          <PhotoTile
            key={photo.id}
            photo={photo}
            place={index + 1}
            onRemove={() => onChange((all) => all.filter(({ id }) => id !== photo.id))}
          />
        ))}
        {busy > 0 && <div className="photo bone" />}
        {left > 0 && (
          <AddPhotos
            label={t(photos.length === 0 ? 'photos.first' : 'photos.more')}
            left={left}
            refusedId={id}
            onAdd={(files) => void add(files)}
          />
        )}
      </div>
      <FieldRefused
        id={id}
        refusal={problem === undefined ? refusal : { ...problem, field: name }}
        field={name}
      />
    </fieldset>
  );
}

/** The photo is shown as soon as it is small; a line too bad to carry it now will do so when the report goes. */
async function carryOne(blob: Blob, onChange: Change, order: string | undefined): Promise<void> {
  const id = newKey();
  onChange((all) => [...all, { id, blob }]);
  try {
    const no = await uploadFile('photo', blob, order === undefined ? {} : { order });
    onChange((all) => all.map((one) => (one.id === id ? { ...one, no } : one)));
  } catch (error) {
    const { problem } = asRefused(error);
    if (isOffline(problem) || problem.status >= 500 || problem.status === 401) return;
    onChange((all) => all.filter((one) => one.id !== id));
    throw error;
  }
}

interface AddPhotosProps {
  readonly label: string;
  /** So many more may be chosen; the rest of a choice is left out. */
  readonly left: number;
  readonly refusedId: string;
  readonly onAdd: (files: readonly File[]) => void;
}
function AddPhotos({ label, left, refusedId, onAdd }: AddPhotosProps): ReactNode {
  return (
    <label className="photo add">
      <input
        type="file"
        accept="image/*"
        multiple
        aria-describedby={refusedId}
        onChange={({ target }) => {
          onAdd([...(target.files ?? [])].slice(0, left));
          target.value = '';
        }}
      />
      <Icon name="report" size={28} />
      {label}
    </label>
  );
}

interface PhotoTileProps {
  readonly photo: Photo;
  readonly place: number;
  readonly onRemove: () => void;
}
function PhotoTile({ photo, place, onRemove }: PhotoTileProps): ReactNode {
  const t = useT();
  const here = useBlobAddress(photo.blob);
  // Taken on another phone: nothing of it is here, and the server shows it.
  const address =
    photo.blob.size === 0 && photo.no !== undefined ? filePath(photo.no, 'thumb') : here;
  return (
    <div className="photo">
      <img src={address} alt={t('photos.nth', { place })} />
      <button
        type="button"
        className="remove"
        aria-label={t('photos.remove', { place })}
        onClick={onRemove}
      >
        <Icon name="close" size={18} />
      </button>
    </div>
  );
}

/** An address for a picture or a sound that only this page has. */
export function useBlobAddress(blob: Blob): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
