// SPDX-License-Identifier: Apache-2.0
import { type Collection, countPapers, paperForms } from '@lilong/contracts/doorstep';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNamed } from '../affairs/said.ts';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { Stepper } from './Take.tsx';

interface CountFormProps {
  readonly slip: Collection;
  readonly onDone: () => void;
}
interface Beside {
  readonly name: string;
  readonly form: (typeof paperForms)[number];
  readonly count: number;
}

/** Each paper is counted by itself, none is taken for granted; what differs is said. */
export function CountForm({ slip, onDone }: CountFormProps): ReactNode {
  const t = useT();
  const here = slip.papers.filter(({ can }) => can.count);
  const [counts, setCounts] = useState<Counts>({});
  const [besides, setBesides] = useState<readonly Beside[]>([]);
  const [words, setWords] = useState('');
  const { send, pending, refusal } = useWrite(countPapers, { refreshes: ['affairs'] });
  const { isCounted, off } = againstSlip(here, counts);
  const differs = off + besides.length;
  async function go(): Promise<void> {
    const made = await send({
      ref: slip.ref,
      counted: here.map(({ key }) => ({ key, count: counts[key] ?? 0 })),
      ...(besides.length === 0 ? {} : { besides: [...besides] }),
      ...(words.trim() === '' ? {} : { words: words.trim() }),
    });
    if (made !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('doorstep.count-title')}
      submit={t('doorstep.count-act')}
      pending={pending}
      blocked={!isCounted}
      problem={restOf(refusal, 'words')}
      onSubmit={() => void go()}
      onCancel={onDone}
    >
      <Countings here={here} counts={counts} onChange={setCounts} />
      <Besides besides={besides} onChange={setBesides} />
      {differs > 0 && <p className="note note-wait">{t('doorstep.differs', { count: differs })}</p>}
      <TextField
        label={t('doorstep.words')}
        hint={t('doorstep.words-hint')}
        need={differs > 0 ? 'must' : 'may'}
        maxLength={300}
        lines={2}
        value={words}
        onChange={setWords}
        problem={blames(refusal, 'words')}
      />
    </DockForm>
  );
}

type Counts = Readonly<Record<string, number>>;
const againstSlip = (here: Collection['papers'], counts: Counts) => ({
  isCounted: here.every(({ key }) => counts[key] !== undefined),
  off: here.filter(({ key, count }) => counts[key] !== undefined && counts[key] !== count).length,
});

interface CountingsProps {
  readonly here: Collection['papers'];
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}
function Countings({ here, counts, onChange }: CountingsProps): ReactNode {
  return (
    <ol className="door-lines">
      {here.map((one) => (
        <li key={one.key}>
          <Counting
            paper={one}
            count={counts[one.key]}
            onChange={(count) => onChange({ ...counts, [one.key]: count })}
          />
        </li>
      ))}
    </ol>
  );
}

interface CountingProps {
  readonly paper: Collection['papers'][number];
  readonly count: number | undefined;
  readonly onChange: (count: number) => void;
}
/** One tap when it is as the slip says; else how many there are. */
function Counting({ paper, count, onChange }: CountingProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const name = named(paper.name, paper.nameEn);
  const right = count === paper.count;
  return (
    <div className="door-line">
      <span className="door-line-what">
        <b>{name}</b>
        <small>{t('slip.paper', { form: t(`paperform.${paper.form}`), count: paper.count })}</small>
      </span>
      <Button
        type={right ? 'primary' : 'default'}
        aria-pressed={right}
        aria-label={`${name} ${t('doorstep.all-there')}`}
        onClick={() => onChange(paper.count)}
      >
        {t('doorstep.all-there')}
      </Button>
      <Stepper name={name} count={count ?? 0} least={0} onChange={onChange} />
      {count !== undefined && !right && (
        <span className="tag tag-late">{t('slip.counted', { count })}</span>
      )}
    </div>
  );
}

interface BesidesProps {
  readonly besides: readonly Beside[];
  readonly onChange: (besides: readonly Beside[]) => void;
}
function Besides({ besides, onChange }: BesidesProps): ReactNode {
  const t = useT();
  const [name, setName] = useState('');
  function add(form: Beside['form']): void {
    onChange([...besides, { name: name.trim(), form, count: 1 }]);
    setName('');
  }
  return (
    <>
      <TextField
        label={t('doorstep.besides')}
        hint={t('doorstep.besides-hint')}
        need="may"
        maxLength={60}
        value={name}
        onChange={setName}
      />
      {name.trim() !== '' && (
        <div className="bar-buttons">
          {paperForms.map((form) => (
            <Button key={form} onClick={() => add(form)}>
              {t('doorstep.add')} · {t(`paperform.${form}`)}
            </Button>
          ))}
        </div>
      )}
      {besides.map((one, at) => (
        <div key={one.name} className="door-line">
          <span className="door-line-what">
            <b>{one.name}</b>
            <small>{t(`paperform.${one.form}`)}</small>
          </span>
          <Stepper
            name={one.name}
            count={one.count}
            least={0}
            onChange={(count) =>
              onChange(
                count === 0
                  ? besides.filter((_, nth) => nth !== at)
                  : besides.map((other, nth) => (nth === at ? { ...other, count } : other)),
              )
            }
          />
        </div>
      ))}
    </>
  );
}
