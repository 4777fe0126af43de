// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type CaseMove, type Need, needsOf } from '@lilong/contracts/case-flow';
import type { CasePage } from '@lilong/contracts/case-shapes';
import { moveCase } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { useRole } from '../shell/session.ts';
import { useT } from '../words.ts';
import type { MoveFacts } from './asked.ts';
import { DockForm } from './DockForm.tsx';
import { type Draft, forget, keepDraft, readDraft } from './drafts.ts';
import { MoveFields } from './MoveFields.tsx';
import { isGrave } from './moves.ts';
import { useUndo } from './undo.ts';

interface MoveFormProps {
  readonly page: CasePage;
  readonly move: CaseMove;
  readonly onDone: () => void;
  readonly onMoved: (ref: string) => void;
}

interface MoveWriting {
  readonly draft: Draft;
  readonly needs: readonly Need[];
  readonly problem: Problem | undefined;
  readonly pending: boolean;
  readonly change: (part: Partial<Draft>) => void;
  readonly submit: () => Promise<void>;
}

/** What is typed and sent. It survives a refusal, a conflict and a look at another case. */
function useMoveWriting({ page, move, onDone, onMoved }: MoveFormProps): MoveWriting {
  const { line } = page;
  const [draft, setDraft] = useState<Draft>(() => readDraft(page, move));
  const [missing, setMissing] = useState<Problem>();
  // The needs of the state in which the form was opened: they stay when somebody else moves the case on.
  const [needs] = useState(() => needsOf(line, move));
  const write = useWrite(moveCase, { refreshes: ['cases'] });
  const t = useT();
  const undo = useUndo();

  function change(part: Partial<Draft>): void {
    setDraft((now) => keepDraft(line.ref, move, { ...now, ...part }));
    setMissing(undefined);
  }
  async function submit(): Promise<void> {
    const lack = lacking(needs, draft);
    setMissing(lack);
    if (lack !== undefined) return;
    const reply = await write.send({
      ref: line.ref,
      version: line.version,
      move,
      ...factsOf(draft),
    });
    if (reply === undefined) return;
    forget(line.ref, move);
    if (reply.undoUntil !== null)
      undo.offer({
        said: t('undo.done', { move: t(`move.${move}`), title: line.title }),
        until: reply.undoUntil,
        refs: [line.ref],
        by: 'undo',
      });
    onDone();
    onMoved(line.ref);
  }
  const problem = missing ?? write.refusal;
  return { draft, needs, problem, pending: write.pending, change, submit };
}

/** Asks exactly what the workflow table needs for this move. */
export function MoveForm(props: MoveFormProps): ReactNode {
  const t = useT();
  const { page, move, onDone } = props;
  const { line } = page;
  const [began] = useState(line.version);
  const { draft, needs, problem, pending, change, submit } = useMoveWriting(props);
  const still = line.can[move] === true;
  return (
    <DockForm
      title={t(`move.${move}`)}
      submit={t(`move.${move}`)}
      pending={pending}
      blocked={!still}
      grave={isGrave(move)}
      problem={problem?.field === undefined ? problem : undefined}
      onSubmit={() => void submit()}
      onCancel={onDone}
      notice={began !== line.version && <Changed page={page} still={still} />}
    >
      <MoveFields
        page={page}
        move={move}
        needs={needs}
        draft={draft}
        problem={problem}
        onChange={change}
        role={useRole()}
      />
    </DockForm>
  );
}

/** Somebody else acted meanwhile: what changed, and whether the move is still possible. */
function Changed({ page, still }: { readonly page: CasePage; readonly still: boolean }): ReactNode {
  const t = useT();
  const last = page.flow.at(-1);
  const who = last?.byName ?? last?.byOrganisation ?? '';
  return (
    <div className="changed" role="status">
      <Icon name="refresh" size={18} />
      <p>
        {t('changed.now', { who, state: t(`state.${page.line.state}`) })}{' '}
        {last?.words !== null && last?.words !== undefined && `「${last.words}」`}{' '}
        {t(still ? 'changed.still' : 'changed.no-more')}
      </p>
    </div>
  );
}

const fieldOf: Partial<Record<Need, keyof Draft>> = {
  category: 'category',
  condition: 'condition',
  reason: 'reason',
  reason_code: 'reasonCode',
  organisation: 'organisation',
  ground: 'ground',
  outcome: 'outcome',
  closing: 'closing',
  words: 'words',
};

/** The first need that is not met, as the server would say it; saves a round trip. */
function lacking(needs: readonly Need[], draft: Draft): Problem | undefined {
  const need = needs.find((name) => {
    if (name === 'photo_or_reason') return draft.photos.length === 0 && isBlank(draft.reason);
    const field = fieldOf[name];
    return field !== undefined && isBlank(draft[field]);
  });
  if (need === undefined) return undefined;
  const field = need === 'photo_or_reason' ? 'reason' : (fieldOf[need] ?? need);
  return { status: 400, code: 'cases.need', facts: { need }, detail: '', field };
}

const isBlank = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

function factsOf({ photos, ...rest }: Draft): MoveFacts {
  const said = Object.entries(rest).filter(([, value]) => !isBlank(value));
  return { ...Object.fromEntries(said), ...(photos.length === 0 ? {} : { photos: [...photos] }) };
}
