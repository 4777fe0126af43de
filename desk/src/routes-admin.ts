// SPDX-License-Identifier: Apache-2.0
// Pages of the three administrators.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root.ts';

const staff = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  validateSearch: ({ q, waiting }: Record<string, unknown>): { q?: string; waiting?: true } => ({
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(waiting === true ? { waiting } : {}),
  }),
  component: lazyRouteComponent(() => import('./staff/StaffPage.tsx'), 'StaffPage'),
});
const staffImport = createRoute({
  getParentRoute: () => root,
  path: '/staff/import',
  component: lazyRouteComponent(() => import('./staff/ImportPage.tsx'), 'ImportPage'),
});
const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  component: lazyRouteComponent(
    () => import('./places/OrganisationsPage.tsx'),
    'OrganisationsPage',
  ),
});
const duties = createRoute({
  getParentRoute: () => root,
  path: '/duties',
  component: lazyRouteComponent(() => import('./places/DutiesPage.tsx'), 'DutiesPage'),
});
const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  validateSearch: ({ kind, q }: Record<string, unknown>): { kind?: string; q?: string } => ({
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
  }),
  component: lazyRouteComponent(() => import('./catalogue/CataloguePage.tsx'), 'CataloguePage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
});
const uploads = createRoute({
  getParentRoute: () => root,
  path: '/uploads',
  component: lazyRouteComponent(() => import('./uploads/UploadsPage.tsx'), 'UploadsPage'),
});
const upload = createRoute({
  getParentRoute: () => root,
  path: '/uploads/$upload',
  component: lazyRouteComponent(() => import('./uploads/UploadPage.tsx'), 'UploadPage'),
});
const keeping = createRoute({
  getParentRoute: () => root,
  path: '/keeping',
  component: lazyRouteComponent(() => import('./keeping/KeepingPage.tsx'), 'KeepingPage'),
});

export const adminRoutes = [
  staff,
  staffImport,
  organisations,
  duties,
  catalogue,
  audit,
  uploads,
  upload,
  keeping,
] as const;
