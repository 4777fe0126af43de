// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DeskKey } from '../words/zh.ts';
import { useT } from '../words.ts';
import { type About, aboutOf, wayTo } from './subjects.ts';

/** What a line is about, in words; a link where whoever reads it may open it. The code stands beneath, to search by. */
export function Subject({ subject }: { readonly subject: string | null }): ReactNode {
  const say = useAbout();
  if (subject === null) return '—';
  const about = aboutOf(subject);
  if (about === undefined) return subject;
  return (
    <>
      <Told about={about}>{say(about)}</Told>
      {about.no !== subject && <small>{subject}</small>}
    </>
  );
}

function Told({
  about,
  children,
}: {
  readonly about: About;
  readonly children: string;
}): ReactNode {
  const way = wayTo(about);
  return way === undefined ? children : <Link {...way}>{children}</Link>;
}

/** The same as a text. */
export function useAbout(): (about: About) => string {
  const t = useT();
  return (about) =>
    about.kind === 'catalogue'
      ? t('audit.about.catalogue', { kind: t(`catalogue.${about.of}`), no: about.no })
      : t(`audit.about.${about.kind}` as DeskKey, { no: about.no }); // each has its words: subjects.test.ts
}

/** Of a code that may be none. */
export function useSubject(): (subject: string | null) => string {
  const say = useAbout();
  return (subject) => {
    const about = subject === null ? undefined : aboutOf(subject);
    return about === undefined ? (subject ?? '') : say(about);
  };
}
